import { Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { IconSend } from '../../components/icons';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { PageHead } from '../PageHead';
import { useMay } from '../rights';
import { changeSearch, useSearch } from '../route';
import { deliveriesTexts } from '../texts/deliveries';
import { shellTexts } from '../texts/shell';
import { DeliveryActions } from './DeliveryActions';
import { filterOf } from './filter';
import { FilterBar } from './FilterBar';
import { MatchActions } from './MatchActions';
import { Pager } from './Pager';
import { useColumns } from './use_columns';
import { useDeliveries } from './use_deliveries';

const nothing: ReadonlySet<string> = new Set();

export default function DeliveriesPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(deliveriesTexts);
  const search = useSearch();
  const filter = filterOf(search);
  const [selected, setSelected] = useState(nothing);
  const list = useDeliveries(filter, search.before);
  const columns = useColumns();
  const canAct = useMay()('deliveries');
  const isFiltered = Object.keys(search).length > 0;
  const emptyText = list.data?.isPartial ? texts.searchedSome : isFiltered ? texts.emptyFiltered : texts.emptyText;
  return (
    <>
      <PageHead title={shell.pages.deliveries} text={texts.text} />
      <Stack gap="md">
        <FilterBar
          filter={filter}
          onChange={(changed) => {
            changeSearch(changed);
            setSelected(nothing);
          }}
        />
        {canAct && (
          <Group justify="space-between" gap="sm">
            <DeliveryActions ids={[...selected]} onDone={() => { setSelected(nothing); }} />
            <MatchActions filter={filter} />
          </Group>
        )}
        <DataList
          label={shell.pages.deliveries}
          query={{ ...list, data: list.data?.items }}
          failed={texts.failed}
          rowKey={({ delivery_id }) => delivery_id}
          empty={{ icon: <IconSend size={22} />, title: texts.emptyTitle, text: emptyText }}
          {...(canAct ? { selection: { keys: selected, onChange: setSelected } } : {})}
          columns={columns}
        />
        {list.data && <Pager found={list.data} search={search} />}
      </Stack>
    </>
  );
}
