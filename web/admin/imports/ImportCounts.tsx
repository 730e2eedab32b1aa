import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { importsTexts } from '../texts/imports';
import type { ImportDetail } from './ImportsPage';

export function ImportCounts({ detail }: { detail: ImportDetail }) {
  const texts = useTexts(importsTexts);
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="sm">
      {detail.counts.map((count) => (
        <Paper key={`${count.outcome}${count.currency}`} p="md">
          <Text size="sm" c="dimmed">
            {texts.outcomes[count.outcome]}
          </Text>
          <Text fw={650} className="figures">
            {texts.rows(format.count(count.rows))}
          </Text>
          {count.currency !== '' && (
            <Text size="sm" className="figures">
              {format.money(count.value, count.currency)}
            </Text>
          )}
        </Paper>
      ))}
    </SimpleGrid>
  );
}
