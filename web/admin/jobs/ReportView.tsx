import { List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import { useFormat, type Format } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { jobsTexts } from '../texts/jobs';
import type { Job } from './JobsPage';

interface Difference {
  register: string;
  closed_at: string;
  receipts: number;
  orders: number;
}

const isDifference = (item: unknown): item is Difference => typeof item === 'object' && item !== null && 'register' in item && 'closed_at' in item;

/** What came of a job: its counts in words, the orders that it names, and the tills whose own count is another. */
export function ReportView({ report }: { report: Job['report'] }) {
  const texts = useTexts(jobsTexts);
  const format = useFormat(useChosen().account?.time_zone);
  const { translate } = useWords();
  const names = texts.counts as Record<string, string>;
  const orders = Array.isArray(report.orders) ? report.orders.map(String) : [];
  const differences = Array.isArray(report.z_reports_differ) ? report.z_reports_differ.filter(isDifference) : [];
  const facts = Object.entries(report).filter(([, value]) => !Array.isArray(value));
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
        {facts.map(([name, value]) => (
          <Fact key={name} name={names[name] ?? name}>
            <span className="figures">{typeof value === 'number' ? format.count(value) : translate(String(value as string))}</span>
          </Fact>
        ))}
      </SimpleGrid>
      {orders.length > 0 && <Fact name={texts.orders}>{orders.join(', ')}</Fact>}
      {differences.length > 0 && <Differences differences={differences} format={format} />}
    </Stack>
  );
}

function Differences({ differences, format }: { differences: Difference[]; format: Format }) {
  const texts = useTexts(jobsTexts);
  return (
    <div>
      <Text size="sm" fw={600}>
        {texts.differ}
      </Text>
      <List size="sm">
        {differences.map(({ register, closed_at, receipts, orders }) => (
          <List.Item key={`${register}/${closed_at}`}>
            {texts.difference(register, format.time(closed_at))} {texts.differenceCounts(receipts, orders)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
