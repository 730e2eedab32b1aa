import { Alert, Grid, Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense, useDeferredValue } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert, IconBuildingStore } from '../../components/icons';
import { Later } from '../../components/Later';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { PageLink } from '../PageLink';
import { useMay } from '../rights';
import { overviewTexts } from '../texts/overview';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { Charts } from './Charts';
import { LimitCard } from './LimitCard';
import { Numbers } from './Numbers';
import { RunningJobs } from './RunningJobs';
import { Troubles } from './Troubles';
import { useOverview } from './use_overview';

// Of several shops only; its table needs as much script as all the rest.
const ShopTable = lazy(() => import('./ShopTable'));

export default function OverviewPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(overviewTexts);
  const words = useTexts(wordTexts);
  const { account, accounts } = useChosen();
  const overview = useOverview(account?.account_id);
  const shown = useDeferredValue(overview.data);
  const refused = (overview.data?.accounts ?? []).filter(({ status }) => status === 'key_refused');
  const first = overview.data?.first;
  const may = useMay();
  const incomplete = may('accounts') && account !== null && first !== undefined && Object.values(first).includes(null);
  return (
    <>
      <PageHead title={shell.pages.overview} text={texts.text} />
      <Stack gap="lg">
        {refused.map(({ account_id, name }) => (
          <Alert key={account_id} color="red" role="alert" icon={<IconAlert size={18} />}>
            {shell.keyRefused(name)}
          </Alert>
        ))}
        {incomplete && (
          <Alert color="blue" role="note" icon={<IconBuildingStore size={18} />}>
            {texts.firstSteps} <PageLink to={{ page: 'setup', account: account.account_id }}>{texts.toSetup}</PageLink>
          </Alert>
        )}
        {overview.isError && !overview.data && (
          <ErrorNote title={texts.failed} error={overview.error} onRetry={() => void overview.refetch()} />
        )}
        {overview.isError && overview.data && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
        {!overview.isError && !shown && <Skeleton height={360} role="status" aria-label={words.loading} />}
        {shown && (
          <>
            <Numbers overview={shown} account={account?.account_id ?? null} />
            <Later>
              <Grid gap="lg">
                <Grid.Col span={{ base: 12, md: 6 }}>
                  <Troubles />
                </Grid.Col>
                <Grid.Col span={{ base: 12, md: 6 }}>
                  <Stack gap="lg">
                    <RunningJobs account={account?.account_id} />
                    <LimitCard shops={shown.accounts} />
                  </Stack>
                </Grid.Col>
              </Grid>
              <Later>
                <Charts overview={shown} />
                <Suspense>{account === null && accounts.length > 1 && <ShopTable shops={shown.accounts} />}</Suspense>
              </Later>
            </Later>
          </>
        )}
      </Stack>
    </>
  );
}
