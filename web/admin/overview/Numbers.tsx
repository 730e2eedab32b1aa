import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { PageLink } from '../PageLink';
import { overviewTexts } from '../texts/overview';

function Number({ name, value, hint }: { name: string; value: ReactNode; hint: string }) {
  return (
    <Paper p="lg">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={28} fw={650} className="figures" component="div">
        {value}
      </Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </Paper>
  );
}

export function Numbers({ overview, account }: { overview: Schemas['Overview']; account: string | null }) {
  const texts = useTexts(overviewTexts);
  const format = useFormat();
  const { queue, delay_ms } = overview;
  const parked = format.count(queue.parked);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Number name={texts.pending} value={format.count(queue.pending)} hint={texts.pendingHint} />
      <Number name={texts.leased} value={format.count(queue.leased)} hint={texts.leasedHint} />
      <Number
        name={texts.parked}
        value={
          queue.parked > 0 ? (
            <PageLink to={{ page: 'deliveries', account }} fz={28} fw={650} underline="always">
              {parked}
            </PageLink>
          ) : (
            parked
          )
        }
        hint={queue.parked > 0 ? texts.parkedHint : ''}
      />
      <Number
        name={texts.delay}
        value={delay_ms.p50 === null ? '–' : format.delay(delay_ms.p50)}
        hint={delay_ms.p99 === null ? texts.none : texts.delayHint(format.delay(delay_ms.p99))}
      />
    </SimpleGrid>
  );
}
