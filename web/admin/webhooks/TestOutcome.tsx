import { Alert, Stack, Text } from '@mantine/core';
import { IconAlert, IconCircleCheck } from '../../components/icons';
import { useWords } from '../../components/words';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';
import { AnswerBlock } from './AnswerBlock';
import type { Outcome } from './use_test';

type Tried = Extract<Outcome, { state: 'tried' }>;

/** What became of a test, for the eye and, since it comes by itself, for the ear. */
export function TestOutcome({ outcome }: { outcome: Outcome }) {
  const texts = useTexts(endpointsTexts);
  const said = { none: '', waits: texts.testWaits, slow: texts.testSlow };
  return (
    <div role="status">{outcome.state === 'tried' ? <Tried tried={outcome} /> : <Text size="sm">{said[outcome.state]}</Text>}</div>
  );
}

function Tried({ tried: { sending, attempt } }: { tried: Tried }) {
  const texts = useTexts(endpointsTexts);
  const words = useWords();
  const format = useFormat();
  const { last_status: status, reason } = sending;
  const isGood = status >= 200 && status < 300;
  const passed = attempt ? texts.testPassed(status, format.delay(attempt.took_ms)) : texts.testArrived(status);
  return (
    <Alert
      role="note" color={isGood ? 'teal' : 'red'} icon={isGood ? <IconCircleCheck size={18} /> : <IconAlert size={18} />}
      title={isGood ? passed : status === 0 ? texts.testUnheard : texts.testRefused(status)}
    >
      <Stack gap="xs">
        {!isGood && reason !== '' && <Text size="sm">{words.translate(reason)}</Text>}
        {attempt && attempt.answer !== '' && <AnswerBlock label={texts.testSaid} text={attempt.answer} />}
      </Stack>
    </Alert>
  );
}
