import { Button, Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconSend } from '../../components/icons';
import { useAccountQuery, useChosen, zoneOf } from '../accounts';
import { client, type Schemas } from '../api/client';
import { makeFormat } from '../format';
import { useLanguage, useTexts } from '../language';
import { DataList } from '../list/DataList';
import { StateFilter } from '../list/StateFilter';
import { PageHead } from '../PageHead';
import { useAction } from '../use_action';
import { DeliveryActions } from './DeliveryActions';
import { DeliveryDrawer } from './DeliveryDrawer';
import { DeliveryState } from './DeliveryState';
import { reasonKind } from './reasons';

export type Delivery = Schemas['Delivery'];
type State = Schemas['DeliveryState'];

const states: State[] = ['parked', 'pending', 'leased', 'delivered'];
const step = 200;
const nothing: ReadonlySet<string> = new Set();

export default function DeliveriesPage() {
  const { shell, deliveries: texts } = useTexts();
  const { language } = useLanguage();
  const { account, accounts } = useChosen();
  const query = useAccountQuery();
  const [state, setState] = useState<State | 'all'>('all');
  const [limit, setLimit] = useState(step);
  const [selected, setSelected] = useState(nothing);
  const [opened, setOpened] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['deliveries', query, state, limit],
    queryFn: async () =>
      (await client.get('/api/v1/deliveries', { query: { ...query, limit, state: state === 'all' ? undefined : state } })).items,
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
  const replayAll = useAction({
    call: () => client.post('/api/v1/deliveries/replay', { all: 'parked', ...query }),
    done: ({ count }) => texts.replayed(count),
  });
  const nameOf = (id: string) => accounts.find(({ account_id }) => account_id === id)?.name ?? id;
  const time = (row: Delivery) => makeFormat(language, zoneOf(accounts, row.account_id)).time(row.updated_at);
  const filter = (value: State | 'all') => {
    setState(value);
    setSelected(nothing);
  };
  return (
    <>
      <PageHead title={shell.pages.deliveries} text={texts.text}>
        <Button variant="default" loading={replayAll.isPending} onClick={() => { replayAll.mutate(undefined); }}>
          {texts.replayAll}
        </Button>
      </PageHead>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <StateFilter label={texts.state} names={texts.states} states={states} state={state} onChange={filter} />
          <DeliveryActions ids={[...selected]} onDone={() => { setSelected(nothing); }} />
        </Group>
        <DataList
          label={shell.pages.deliveries}
          query={list}
          failed={texts.failed}
          rowKey={({ delivery_id }) => delivery_id}
          empty={{ icon: <IconSend size={22} />, title: texts.emptyTitle, text: state === 'all' ? texts.emptyText : texts.emptyFiltered }}
          limit={{ value: limit, onMore: () => { setLimit(Math.min(limit + step, 10_000)); } }}
          selection={{ keys: selected, onChange: setSelected }}
          onOpen={({ delivery_id }) => { setOpened(delivery_id); }}
          columns={[
            { title: texts.state, cell: (row) => <DeliveryState state={row.state} /> },
            { title: texts.kind, cell: (row) => texts.kinds[row.kind] },
            ...(account === null ? [{ title: texts.shop, cell: (row: Delivery) => nameOf(row.account_id) }] : []),
            { title: texts.reason, cell: (row) => texts.reasons[reasonKind(row.reason)] || '–' },
            { title: texts.attempts, figures: true, cell: (row) => row.attempts },
            { title: texts.updated, figures: true, cell: time },
          ]}
        />
      </Stack>
      <DeliveryDrawer
        delivery={list.data?.find(({ delivery_id }) => delivery_id === opened) ?? null}
        onClose={() => { setOpened(null); }}
      />
    </>
  );
}
