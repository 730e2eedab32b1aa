import { Grid, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { ErrorNote } from '../../components/ErrorNote';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useTexts } from '../language';
import { changeSearch, useSearch } from '../route';
import { overviewTexts } from '../texts/overview';
import { wordTexts } from '../texts/words';
import type { Column, Series } from './Bars';
import { Chart } from './Chart';
import { useSpan, type Span } from './use_span';
import { useDays } from './use_overview';

/** What was told and received, of the last hours or of the last days; which of both stands in the address. */
export function Charts({ overview }: { overview: Schemas['Overview'] }) {
  const texts = useTexts(overviewTexts);
  const words = useTexts(wordTexts);
  const { account } = useChosen();
  const unit = useSearch().by === 'day' ? 'day' : 'hour';
  const days = useDays(account?.account_id, unit === 'day');
  const span = useSpan(unit, overview, days.data ?? []);
  return (
    <Stack gap="md">
      <Group justify="flex-end">
        <SegmentedControl
          aria-label={texts.span} value={unit} data={(['hour', 'day'] as const).map((value) => ({ value, label: texts.spans[value] }))}
          onChange={(value) => { changeSearch(value === 'day' ? { by: 'day' } : {}); }}
        />
      </Group>
      {unit === 'day' && days.isError && !days.data && <ErrorNote title={texts.daysFailed} error={days.error} onRetry={() => void days.refetch()} />}
      {unit === 'day' && days.isPending && <Skeleton height={300} role="status" aria-label={words.loading} />}
      {(unit === 'hour' || days.data) && (
        <Grid gap="lg">
          <ChartCard
            title={texts.chartDeliveries[unit]} span={span} columns={span.deliveries}
            series={[{ name: texts.delivered, color: 'bridge.5' }, { name: texts.parkedSeries, color: 'red.7' }]}
          />
          <ChartCard title={texts.chartReceived[unit]} span={span} columns={span.received} series={[{ name: texts.received, color: 'blue.5' }]} />
        </Grid>
      )}
    </Stack>
  );
}

interface CardProps {
  title: string;
  span: Span;
  columns: Column[];
  series: Series[];
}

function ChartCard({ title, span: { unit, labelEvery }, columns, series }: CardProps) {
  const texts = useTexts(overviewTexts);
  const isQuiet = columns.every(({ values }) => values.every((value) => value === 0));
  return (
    <Grid.Col span={{ base: 12, md: 6 }}>
      <Paper p="lg" component="section" aria-label={title}>
        <Title order={2} fz={16} mb="md">
          {title}
        </Title>
        {isQuiet ? <Text c="dimmed">{texts.quiet[unit]}</Text> : <Chart unit={texts.units[unit]} columns={columns} series={series} labelEvery={labelEvery} />}
      </Paper>
    </Grid.Col>
  );
}
