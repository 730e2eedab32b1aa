import { Select } from '@mantine/core';
import type { Account } from '../accounts';
import { useTexts } from '../language';
import { useMay } from '../rights';
import { navigate, type Page } from '../route';
import { shellTexts } from '../texts/shell';
import { needsAccount } from './page_table';

export interface Props {
  accounts: Account[];
  account: Account | null;
  page: Page;
}

const all = 'all';
const another = 'new';

export default function AccountSwitcher({ accounts, account, page }: Props) {
  const shell = useTexts(shellTexts);
  const may = useMay();
  const shops = accounts.map(({ account_id, name }) => ({ value: account_id, label: name }));
  const everybody = accounts.length > 1 && !needsAccount(page) ? [{ value: all, label: shell.allShops }] : [];
  const added = may('accounts') ? [{ value: another, label: `+ ${shell.addShop}` }] : [];
  return (
    <Select
      aria-label={shell.shop}
      data={[...everybody, ...shops, ...added]}
      value={account?.account_id ?? all}
      allowDeselect={false}
      searchable={accounts.length > 8}
      onChange={(value) => {
        if (value === another) navigate({ page: 'new' });
        else navigate({ page, account: value === all ? null : value });
      }}
    />
  );
}
