import { Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../components/words';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fold } from '../list/Fold';
import { JsonBlock } from '../list/JsonBlock';
import { StateBadge } from '../list/StateBadge';
import { deliveryTexts } from '../texts/delivery';

type Call = Schemas['SentCall'];

interface Props {
  attempt: Schemas['DeliveryAttempt'];
  delivery: string;
}

/** Why an attempt ended as it did, and each call that it made. */
export function AttemptCalls({ attempt, delivery }: Props) {
  const texts = useTexts(deliveryTexts);
  const words = useWords();
  return (
    <Stack gap="xs">
      {attempt.reason !== '' && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {words.translate(attempt.reason)}
        </Text>
      )}
      {attempt.calls.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noCalls}
        </Text>
      )}
      {attempt.calls.map((call, index) => {
        const number = index + 1;
        return (
          <Fold key={number} head={<CallHead call={call} />}>
            {() => <CallBody call={call} name={`delivery-${delivery}-${String(attempt.number)}-${String(number)}`} />}
          </Fold>
        );
      })}
    </Stack>
  );
}

function CallHead({ call }: { call: Call }) {
  const texts = useTexts(deliveryTexts);
  const format = useFormat();
  const isGood = call.status >= 200 && call.status < 300;
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere', flex: '1 1 240px' }}>
        {call.method} {call.path}
      </Text>
      <Group gap="sm">
        <Text size="sm" c="dimmed" className="figures">
          {format.delay(call.took_ms)}
        </Text>
        <StateBadge tone={isGood ? 'good' : 'bad'}>{call.status === 0 ? texts.noAnswer : String(call.status)}</StateBadge>
      </Group>
    </Group>
  );
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '';

function CallBody({ call, name }: { call: Call; name: string }) {
  const texts = useTexts(deliveryTexts);
  return (
    <Stack gap="sm">
      {call.shared_by > 1 && (
        <Text size="sm" c="dimmed">
          {texts.sharedBy(call.shared_by)}
        </Text>
      )}
      {isNothing(call.body) ? <Text size="sm">{texts.nothingSent}</Text> : <JsonBlock label={texts.sent} value={call.body} fileName={`${name}-sent`} />}
      {!isNothing(call.answer) && <JsonBlock label={texts.answered} value={call.answer} fileName={`${name}-answer`} />}
    </Stack>
  );
}
