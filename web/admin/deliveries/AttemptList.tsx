import { Group, Stack, Text } from '@mantine/core';
import { useChosen, zoneOf } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fold } from '../list/Fold';
import { StateBadge, type Tone } from '../list/StateBadge';
import { deliveryTexts } from '../texts/delivery';
import { AttemptCalls } from './AttemptCalls';

type Attempt = Schemas['DeliveryAttempt'];

export const outcomeTones: Record<Attempt['outcome'], Tone> = {
  delivered: 'good', deferred: 'calm', retry: 'warn', rejected: 'bad', unauthorized: 'bad',
};

/** Newest first: that one says how it stands, and is open. */
export function AttemptList({ delivery }: { delivery: Schemas['DeliveryDetail'] }) {
  const texts = useTexts(deliveryTexts);
  const { accounts } = useChosen();
  const tries = delivery.tries.toReversed();
  const oldest = delivery.tries[0];
  if (tries.length === 0) return <Text size="sm">{delivery.attempts === 0 ? texts.noAttempts : texts.notKept}</Text>;
  return (
    <Stack gap="xs">
      {tries.map((attempt, index) => (
        <Fold key={attempt.number} open={index === 0} head={<AttemptHead attempt={attempt} zone={zoneOf(accounts, delivery.account_id)} />}>
          {() => <AttemptCalls attempt={attempt} delivery={delivery.delivery_id} />}
        </Fold>
      ))}
      {oldest && oldest.number > 1 && (
        <Text size="sm" c="dimmed">
          {texts.notKept}
        </Text>
      )}
    </Stack>
  );
}

function AttemptHead({ attempt, zone }: { attempt: Attempt; zone: string | undefined }) {
  const texts = useTexts(deliveryTexts);
  const format = useFormat(zone);
  return (
    <Group gap="sm" justify="space-between">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {texts.attempt(attempt.number)}
        </Text>
        <StateBadge tone={outcomeTones[attempt.outcome]}>{texts.outcomes[attempt.outcome]}</StateBadge>
      </Group>
      <Text size="sm" c="dimmed" className="figures">
        {[format.moment(attempt.at), texts.took(format.delay(attempt.took_ms)), texts.callCount(attempt.calls.length)].join(' · ')}
      </Text>
    </Group>
  );
}
