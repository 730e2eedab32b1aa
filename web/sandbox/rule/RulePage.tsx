import { AppShell, Box, Center, Loader, NativeSelect, NavLink } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { IconCode, IconUsers } from '../../components/icons';
import { SystemBar } from '../../components/SystemBar';
import { CustomerListView } from './CustomerListView';
import { CustomerView } from './CustomerView';
import { DeveloperView } from './DeveloperView';
import { navigate, pathOf, useRoute, type Route } from './route';
import { followRoute } from './RouteLink';
import { refreshEvery_ms, ruleApi, type Account } from './rule_api';
import classes from './rule.module.css';

export function RulePage() {
  const route = useRoute();
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: ruleApi.accounts, refetchInterval: refreshEvery_ms });
  const account = route.account ?? accounts.data?.[0]?.id ?? null;
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 232, breakpoint: 'sm' , collapsed: { mobile: true } }} padding={{ base: 'md', sm: 'xl' }}>
      <AppShell.Header withBorder={false}>
        <SystemBar current="/rule" />
      </AppShell.Header>
      <AppShell.Navbar p="md">
        <Navigation route={route} account={account} accounts={accounts.data ?? []} />
      </AppShell.Navbar>
      <AppShell.Main>
        <div style={{ maxWidth: 1240, margin: '0 auto' }}>
          <Box hiddenFrom="sm" mb="md" className={classes.navigation}>
            <Navigation route={route} account={account} accounts={accounts.data ?? []} />
          </Box>
          {accounts.isError && (
            <ErrorNote title="No accounts" error={accounts.error} onRetry={() => void accounts.refetch()} />
          )}
          {accounts.isPending && (
            <Center py={80}>
              <Loader aria-label="Loading" />
            </Center>
          )}
          {accounts.data && account !== null && <View route={route} account={account} />}
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** Keyed by account, so that a search or a new key of one account never shows in another. */
function View({ route, account }: { route: Route; account: number }) {
  switch (route.view) {
    case 'developer':
      return <DeveloperView key={account} account={account} />;
    case 'customer':
      return <CustomerView key={`${String(account)} ${String(route.id)}`} account={account} id={route.id} />;
    case 'customers':
      return <CustomerListView key={account} account={account} />;
  }
}

interface NavigationProps {
  route: Route;
  account: number | null;
  accounts: Account[];
}

function Navigation({ route, account, accounts }: NavigationProps) {
  const link = (label: string, to: Route, active: boolean, icon: React.ReactNode) => (
    <NavLink
      href={pathOf(to)}
      label={label}
      leftSection={icon}
      active={active}
      aria-current={active ? 'page' : undefined}
      style={{ borderRadius: 8 }}
      onClick={(event) => {
        followRoute(event, to);
      }}
    />
  );
  return (
    <>
      {accounts.length > 1 && (
        <NativeSelect
          mb="md"
          label="Account"
          data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(account ?? '')}
          onChange={(event) => {
            const view = route.view === 'developer' ? 'developer' : 'customers';
            navigate({ view, account: Number(event.currentTarget.value) });
          }}
        />
      )}
      <nav aria-label="Rule">
        {link('Customers', { view: 'customers', account }, route.view !== 'developer', <IconUsers size={18} />)}
        {link('Developer', { view: 'developer', account }, route.view === 'developer', <IconCode size={18} />)}
      </nav>
    </>
  );
}
