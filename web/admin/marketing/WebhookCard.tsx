import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { CopyLine } from '../guide/CopyLine';
import { useTexts } from '../language';
import { StateBadge, type Tone } from '../list/StateBadge';
import { webhooksTexts } from '../texts/webhooks';

type Webhook = Schemas['WebhookStatus'];
type Result = 'taken' | 'known' | 'unknown' | 'ignored' | 'unreadable' | 'overloaded' | 'refused';

const tones: Record<Result, Tone> = {
  taken: 'good', known: 'good', unknown: 'calm', ignored: 'calm', unreadable: 'bad', overloaded: 'warn', refused: 'bad',
};

const isResult = (text: string): text is Result => text in tones;

export function WebhookCard({ webhook: { event, url, count, last_at, last_result } }: { webhook: Webhook }) {
  const texts = useTexts(webhooksTexts);
  const format = useFormat(useChosen().account?.time_zone);
  const about = (texts.events as Record<string, string>)[event] ?? '';
  return (
    <Paper p="lg" component="section" aria-label={event}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} fz={16}>
            {event}
          </Title>
          {last_result !== '' && (
            <StateBadge tone={isResult(last_result) ? tones[last_result] : 'calm'}>
              {isResult(last_result) ? texts.results[last_result] : last_result}
            </StateBadge>
          )}
        </Group>
        {about !== '' && <Text size="sm" c="dimmed">{about}</Text>}
        <Text size="sm" className="figures">
          {last_at === null ? texts.never : texts.came(format.count(count), format.time(last_at))}
        </Text>
        <CopyLine name={texts.address(event)} text={url} />
      </Stack>
    </Paper>
  );
}
