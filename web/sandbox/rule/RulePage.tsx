import { AppShell, Box, Center, Loader } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';
import { SandboxBar } from '../SandboxBar';
import { AutomationsView } from './AutomationsView';
import { CustomerListView } from './CustomerListView';
import { CustomerView } from './CustomerView';
import { DeveloperView } from './DeveloperView';
import { MailboxView } from './MailboxView';
import { Navigation } from './Navigation';
import { useRoute, type Route } from './route';
import { refreshEvery_ms, ruleApi } from './rule_api';
import { TagsView } from './TagsView';

export function RulePage() {
  const { rule, words } = useTexts();
  const route = useRoute();
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: ruleApi.accounts, refetchInterval: refreshEvery_ms });
  const account = route.account ?? accounts.data?.[0]?.id ?? null;
  // On a phone there is no side bar. What is out of sight must not be in the way of the Tab key either.
  const isWide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  const navigation = <Navigation route={route} account={account} accounts={accounts.data ?? []} />;
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: true } }} padding={{ base: 'md', sm: 'xl' }}>
      <AppShell.Header withBorder={false}>
        <SandboxBar current="/rule" />
      </AppShell.Header>
      {isWide && <AppShell.Navbar p="md">{navigation}</AppShell.Navbar>}
      <AppShell.Main>
        <div style={{ maxWidth: 1240, margin: '0 auto' }}>
          {!isWide && <Box mb="md">{navigation}</Box>}
          {accounts.isError && <ErrorNote title={rule.accountsFailed} error={accounts.error} onRetry={() => void accounts.refetch()} />}
          {accounts.isPending && (
            <Center py={80}>
              <Loader aria-label={words.loading} />
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
    case 'mailbox':
      return <MailboxView key={account} account={account} />;
    case 'automations':
      return <AutomationsView key={account} account={account} />;
    case 'tags':
      return <TagsView key={account} account={account} />;
  }
}
