import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { overviewTexts } from '../texts/overview';

type Shop = Schemas['Overview']['accounts'][number];

// Above the first, background work waits; above the second, look-ups at a till too. At 1 Rule blocks the account.
const bounds = { work: 0.6, look_ups: 0.8 };

export type Load = 'calm' | 'work' | 'look_ups' | 'blocked';

export function loadOf(share: number): Load {
  if (share >= 1) return 'blocked';
  if (share >= bounds.look_ups) return 'look_ups';
  return share >= bounds.work ? 'work' : 'calm';
}

const colors: Record<Load, string> = { calm: 'bridge', work: 'yellow', look_ups: 'orange', blocked: 'red' };

/** How near a shop is to the share of errors at which Rule blocks it. */
export function LimitCard({ shops }: { shops: Shop[] }) {
  const texts = useTexts(overviewTexts);
  const format = useFormat();
  return (
    <Paper p="lg" component="section" aria-label={texts.limit}>
      <Stack gap="sm">
        <Title order={2} fz={16}>
          {texts.limit}
        </Title>
        {shops.map(({ account_id, name, error_share }) => {
          const load = loadOf(error_share);
          return (
            <div key={account_id}>
              <Group justify="space-between" gap="xs">
                <Text size="sm" fw={600}>{name}</Text>
                <Text size="sm" className="figures">{texts.limitUsed(format.percent(error_share))}</Text>
              </Group>
              <Progress.Root size="lg" my={6}>
                <Progress.Section value={Math.min(100, error_share * 100)} color={colors[load]} aria-label={`${texts.limit}: ${name}`} />
              </Progress.Root>
              <Text size="sm" c="dimmed">{texts.loads[load]}</Text>
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}
