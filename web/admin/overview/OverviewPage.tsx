import { Alert, Grid, Skeleton, Stack } from '@mantine/core';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert, IconBuildingStore } from '../../components/icons';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { PageLink } from '../PageLink';
import { overviewTexts } from '../texts/overview';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { Charts } from './Charts';
import { LimitCard } from './LimitCard';
import { Numbers } from './Numbers';
import { RunningJobs } from './RunningJobs';
import { ShopTable } from './ShopTable';
import { Troubles } from './Troubles';
import { useOverview } from './use_overview';

export default function OverviewPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(overviewTexts);
  const words = useTexts(wordTexts);
  const { account, accounts } = useChosen();
  const overview = useOverview(account?.account_id);
  const refused = (overview.data?.accounts ?? []).filter(({ status }) => status === 'key_refused');
  const first = overview.data?.first;
  const incomplete = account !== null && first !== undefined && Object.values(first).includes(null);
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
        {overview.isPending && <Skeleton height={360} role="status" aria-label={words.loading} />}
        {overview.data && (
          <>
            <Numbers overview={overview.data} account={account?.account_id ?? null} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Troubles />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Stack gap="lg">
                  <RunningJobs account={account?.account_id} />
                  <LimitCard shops={overview.data.accounts} />
                </Stack>
              </Grid.Col>
            </Grid>
            <Charts overview={overview.data} />
            {account === null && accounts.length > 1 && <ShopTable shops={overview.data.accounts} />}
          </>
        )}
      </Stack>
    </>
  );
}
