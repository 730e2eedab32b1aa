import { AppShell, Burger, Center, Container, Group, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { ErrorNote } from '../../components/ErrorNote';
import { Later } from '../../components/Later';
import { ChosenContext, useAccounts, type Account } from '../accounts';
import { useTexts } from '../language';
import { useMay } from '../rights';
import { pathOf, useRoute, type Route } from '../route';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { Navigation } from './Navigation';
import { NoRight } from './NoRight';
import { scripts } from './page_scripts';
import { needsAccount, pageTable, scopeOf } from './page_table';
import './print.css';
import classes from './shell.module.css';
import { ShellSide } from './ShellSide';
import { ShopBox } from './ShopBox';

const NewShopPage = lazy(scripts.NewShopPage);

/** Of one shop only where there is one, or where the page is about one. */
function chosenOf(accounts: Account[], route: Route): Account | null {
  if (route.page === 'new') return accounts[0] ?? null;
  const named = accounts.find((account) => account.account_id === route.account);
  if (named) return named;
  return accounts.length === 1 || needsAccount(route.page) ? (accounts[0] ?? null) : null;
}

export function Shell() {
  const shell = useTexts(shellTexts);
  const words = useTexts(wordTexts);
  const list = useAccounts();
  const route = useRoute();
  const [menu, { toggle, close }] = useDisclosure(false);
  // Deferred, the first page is drawn in small steps, between which the browser can paint and listen.
  const known = useDeferredValue(list.data);
  const accounts = useMemo(() => known ?? [], [known]);
  const account = chosenOf(accounts, route);
  const page = known?.length === 0 ? 'new' : route.page;
  const chosen = useMemo(() => ({ accounts, account }), [accounts, account]);
  const title = page === 'new' ? shell.addShop : shell.pages[page];
  useEffect(() => {
    document.title = `${title} · Kassabro`;
  }, [title]);

  useFocusAfter(pathOf(route));

  const accountId = account?.account_id ?? null;
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !menu } }} padding={{ base: 'md', sm: 'lg' }}>
      <a className={classes.skip} href="#content">
        {shell.skip}
      </a>
      <AppShell.Header data-screen-only className={classes.bar}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.openMenu} aria-expanded={menu} />
            <Text fw={700} visibleFrom="xs">
              Kassabro
            </Text>
            {accounts.length > 0 && <ShopBox accounts={accounts} account={account} page={page === 'new' ? 'overview' : page} />}
          </Group>
          <ShellSide account={accountId} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar data-screen-only p="sm" component="div" className={`${classes.bar ?? ''} ${classes.side ?? ''}`}>
        <Navigation current={page} account={accountId} shortcuts onFollow={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Container size="xl" px={0}>
          {list.isError && !known && <ErrorNote title={shell.accountsFailed} error={list.error} onRetry={() => void list.refetch()} />}
          {!list.isError && !known && <Loading label={words.loading} />}
          {known && (
            <ChosenContext value={chosen}>
              <ErrorBoundary key={pathOf(route)}>
                <Suspense fallback={<Loading label={words.loading} />}>
                  <Later>
                    <Body page={page} id={route.page === 'new' ? undefined : route.id} />
                  </Later>
                </Suspense>
              </ErrorBoundary>
            </ChosenContext>
          )}
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

/** What was pressed to come here may be gone, and the focus with it: who goes by keys then begins at the content, not at the top. */
function useFocusAfter(place: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, [place]);
}

function Body({ page, id }: { page: Route['page']; id: string | undefined }) {
  const may = useMay();
  const scope = scopeOf(page === 'new' ? { page } : { page, account: null, ...(id === undefined ? {} : { id }) });
  if (!may(scope)) return <NoRight page={page} scope={scope} />;
  if (page === 'new') return <NewShopPage />;
  const { view: View, detail: Detail } = pageTable[page];
  return Detail && id !== undefined ? <Detail id={id} /> : <View />;
}

function Loading({ label }: { label: string }) {
  return (
    <Center py={80}>
      <Loader aria-label={label} />
    </Center>
  );
}
