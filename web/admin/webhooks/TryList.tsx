import { Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fold } from '../list/Fold';
import { StateBadge } from '../list/StateBadge';
import { sendingsTexts } from '../texts/sendings';
import { AnswerBlock } from './AnswerBlock';

type Try = Schemas['SendingAttempt'];

/** Newest first: that one says how it stands, and is open. */
export function TryList({ sending }: { sending: Schemas['Message']['sendings'][number] }) {
  const texts = useTexts(sendingsTexts);
  const tries = sending.tries.toReversed();
  const oldest = sending.tries[0];
  if (!oldest) return <Text size="sm">{texts.noTries}</Text>;
  return (
    <Stack gap="xs">
      {tries.map((each, index) => (
        <Fold key={each.number} open={index === 0} head={<TryHead attempt={each} />}>
          {() => <TryAnswer attempt={each} />}
        </Fold>
      ))}
      {oldest.number > 1 && (
        <Text size="sm" c="dimmed">
          {texts.notKept}
        </Text>
      )}
    </Stack>
  );
}

function TryHead({ attempt: { number, status, reason, at, took_ms } }: { attempt: Try }) {
  const texts = useTexts(sendingsTexts);
  const format = useFormat(useChosen().account?.time_zone);
  return (
    <Group gap="sm" justify="space-between">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {texts.try(number)}
        </Text>
        <StateBadge tone={reason === '' ? 'good' : 'bad'}>{status === 0 ? texts.noAnswer : String(status)}</StateBadge>
      </Group>
      <Text size="sm" c="dimmed" className="figures">
        {`${format.moment(at)} · ${texts.took(format.delay(took_ms))}`}
      </Text>
    </Group>
  );
}

function TryAnswer({ attempt: { status, reason, answer } }: { attempt: Try }) {
  const texts = useTexts(sendingsTexts);
  const { translate } = useWords();
  return (
    <Stack gap="xs">
      {reason !== '' && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {translate(reason)}
        </Text>
      )}
      {answer !== '' && <AnswerBlock label={texts.answered} text={answer} />}
      {answer === '' && status > 0 && (
        <Text size="sm" c="dimmed">
          {texts.answerEmpty}
        </Text>
      )}
    </Stack>
  );
}
