import { NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { Pager } from '../deliveries/Pager';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { IconShieldCheck } from '../../components/icons';
import { PageHead } from '../PageHead';
import { changeSearch, useSearch } from '../route';
import { auditTexts } from '../texts/audit';
import { shellTexts } from '../texts/shell';
import { noShop, useShopName } from './shops';
import { useEntryColumns } from './use_entry_columns';
import { Verification } from './Verification';

const rows = 25;

/** Who did what; whose entries, and from which on, stands in the address. */
export default function AuditPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(auditTexts);
  const { account, accounts } = useChosen();
  const nameOf = useShopName();
  const search = useSearch();
  const { before } = search;
  const of = search.of ?? account?.account_id ?? noShop;
  const columns = useEntryColumns(of);
  const list = useQuery({
    queryKey: ['audit', of, before],
    queryFn: async () => (await client.get('/api/v1/audit', { query: { account: of === noShop ? undefined : of, before, limit: rows } })).items,
    refetchInterval: before === undefined ? 10_000 : false,
    placeholderData: keepPreviousData,
  });
  const last = list.data?.at(-1)?.number ?? 1;
  const found = { next: last > 1 ? String(last) : null, isPartial: false };
  const choices = [...new Set([noShop, ...accounts.map(({ account_id }) => account_id), of])];
  return (
    <>
      <PageHead title={shell.pages.audit} text={texts.text} />
      <Stack gap="lg">
        <Verification onShow={(shop) => { changeSearch({ of: shop }); }} />
        <NativeSelect
          label={texts.whose} value={of} maw={360} data={choices.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(event) => { changeSearch({ of: event.currentTarget.value }); }}
        />
        <DataList
          label={shell.pages.audit}
          query={list}
          failed={texts.failed}
          rowKey={({ account_id, number }) => `${account_id}/${String(number)}`}
          empty={{ icon: <IconShieldCheck size={22} />, title: texts.none, text: before === undefined ? texts.noneText : texts.noneEarlier }}
          columns={columns}
        />
        {list.data && <Pager found={found} search={search} />}
      </Stack>
    </>
  );
}
