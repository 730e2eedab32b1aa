import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSend } from '../../components/icons';
import { useTexts } from '../language';
import { Section } from '../list/Section';
import { endpointsTexts } from '../texts/endpoints';
import { rightTexts } from '../texts/rights';
import type { Endpoint } from './endpoint';
import { TestOutcome } from './TestOutcome';
import { useTest } from './use_test';
import { rightOf, useWebhookRights } from './use_webhook_rights';

/** Sends a message that says nothing, and shows at once what the receiver makes of it. */
export function TestSection({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const rights = useTexts(rightTexts);
  const { send, outcome } = useTest(endpoint);
  const maySend = useWebhookRights()('test');
  return (
    <Section title={texts.test} text={texts.testText}>
      <Stack gap="sm">
        <Group gap="sm">
          <Button
            leftSection={<IconSend size={16} />} disabled={!maySend || !endpoint.enabled} loading={send.isPending || outcome.state === 'waits'}
            onClick={() => { send.mutate(undefined); }}
          >
            {texts.sendTest}
          </Button>
          <Text size="sm" c="dimmed">
            {!maySend ? texts.needs(rights.scopes[rightOf.test]) : !endpoint.enabled ? texts.testDisabled : ''}
          </Text>
        </Group>
        <TestOutcome outcome={outcome} />
      </Stack>
    </Section>
  );
}
