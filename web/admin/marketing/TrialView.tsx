import { Accordion, Alert, Code, Stack, Text } from '@mantine/core';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { StateBadge } from '../list/StateBadge';
import { marketingTexts } from '../texts/marketing';
import type { Trial } from './FeedsTab';

const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** A test call: whether it arrived, each call with its answer, and what Rule has afterwards. */
export function TrialView({ trial }: { trial: Trial }) {
  const texts = useTexts(marketingTexts);
  const { translate } = useWords();
  return (
    <Stack gap="sm" role="status">
      <div>
        <StateBadge tone={trial.passed ? 'good' : 'bad'}>{trial.passed ? texts.passed : texts.notPassed}</StateBadge>
      </div>
      {trial.reason !== '' && <Alert color="red">{translate(trial.reason)}</Alert>}
      <Accordion variant="contained" multiple>
        <Accordion.Item value="arrived">
          <Accordion.Control>{texts.arrived}</Accordion.Control>
          <Accordion.Panel>
            <Text size="sm" mb="xs">
              {texts.tags}: {trial.tags.join(', ') || '–'}
            </Text>
            <Code block tabIndex={0}>
              {written(trial.groups)}
            </Code>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="calls">
          <Accordion.Control>{texts.calls(trial.calls.length)}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              {trial.calls.map((call, index) => (
                <Stack key={`${call.method}${call.path}${String(index)}`} gap={4}>
                  <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                    {call.method} {call.path} → {call.status === 0 ? texts.noAnswer : call.status}
                  </Text>
                  {call.body !== null && (
                    <Code block tabIndex={0}>
                      {written(call.body)}
                    </Code>
                  )}
                  <Code block tabIndex={0}>
                    {written(call.answer)}
                  </Code>
                </Stack>
              ))}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}
