import { Alert, Grid, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert, IconBuildingStore } from '../../components/icons';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { PageLink } from '../PageLink';
import { HourChart } from './HourChart';
import { LimitCard } from './LimitCard';
import { Numbers } from './Numbers';
import { RunningJobs } from './RunningJobs';
import { ShopTable } from './ShopTable';
import { Troubles } from './Troubles';
import { useOverview } from './use_overview';

export default function OverviewPage() {
  const { shell, overview: texts, words } = useTexts();
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
            <Grid gap="lg">
              <ChartCard title={texts.chartDeliveries} quiet={overview.data.deliveries.every((hour) => hour.delivered + hour.parked === 0)}>
                <HourChart
                  zone={account?.time_zone}
                  hours={overview.data.deliveries.map(({ at, delivered, parked }) => ({ at, values: [delivered, parked] }))}
                  series={[
                    { name: texts.delivered, color: 'bridge.5' },
                    { name: texts.parkedSeries, color: 'red.7' },
                  ]}
                />
              </ChartCard>
              <ChartCard title={texts.chartReceived} quiet={overview.data.received.every((hour) => hour.count === 0)}>
                <HourChart
                  zone={account?.time_zone}
                  hours={overview.data.received.map(({ at, count }) => ({ at, values: [count] }))}
                  series={[{ name: texts.received, color: 'blue.5' }]}
                />
              </ChartCard>
            </Grid>
            {account === null && accounts.length > 1 && <ShopTable shops={overview.data.accounts} />}
          </>
        )}
      </Stack>
    </>
  );
}

function ChartCard({ title, quiet, children }: { title: string; quiet: boolean; children: ReactNode }) {
  const { overview: texts } = useTexts();
  return (
    <Grid.Col span={{ base: 12, md: 6 }}>
      <Paper p="lg" component="section" aria-label={title}>
        <Title order={2} fz={16} mb="md">
          {title}
        </Title>
        {quiet ? <Text c="dimmed">{texts.quiet}</Text> : children}
      </Paper>
    </Grid.Col>
  );
}
