import { NativeSelect, NavLink } from '@mantine/core';
import { IconCode, IconMail, IconRoute, IconTag, IconUsers } from '../../components/icons';
import { useTexts } from '../language';
import { listViews, navigate, pathOf, type ListView, type Route } from './route';
import { followRoute } from './RouteLink';
import type { Account } from './rule_api';
import classes from './rule.module.css';

interface Props {
  route: Route;
  account: number | null;
  accounts: Account[];
}

const icons = { customers: IconUsers, mailbox: IconMail, automations: IconRoute, tags: IconTag, developer: IconCode };

export function Navigation({ route, account, accounts }: Props) {
  const { rule, words } = useTexts();
  const current: ListView = route.view === 'customer' ? 'customers' : route.view;
  return (
    <>
      {accounts.length > 1 && (
        <NativeSelect
          mb="md"
          label={rule.account}
          data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(account ?? '')}
          onChange={(event) => {
            navigate({ view: current, account: Number(event.currentTarget.value) });
          }}
        />
      )}
      <nav aria-label={words.systems['/rule']} className={classes.navigation}>
        {listViews.map((view) => {
          const Icon = icons[view];
          const to = { view, account };
          return (
            <NavLink
              key={view}
              href={pathOf(to)}
              label={rule.views[view]}
              leftSection={<Icon size={18} />}
              active={view === current}
              aria-current={view === current ? 'page' : undefined}
              onClick={(event) => {
                followRoute(event, to);
              }}
            />
          );
        })}
      </nav>
    </>
  );
}
