import { Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { CopyButton } from '../../components/CopyButton';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { JsonBlock } from '../list/JsonBlock';
import { sendingsTexts } from '../texts/sendings';
import type { Endpoint } from './endpoint';
import { ReplayButton } from './ReplayButton';
import { SendingBadge } from './SendingBadge';
import { TryList } from './TryList';
import { useWebhookRights } from './use_webhook_rights';

type Message = Schemas['Message'];

/** What was sent, and what became of it at this endpoint. */
export function MessageView({ endpoint, message }: { endpoint: Endpoint; message: Message }) {
  const texts = useTexts(sendingsTexts);
  const may = useWebhookRights();
  const sending = message.sendings.find(({ endpoint_id }) => endpoint_id === endpoint.endpoint_id);
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Group gap="sm">
          <Code fz={13} style={{ overflowWrap: 'anywhere' }}>
            {message.message_id}
          </Code>
          <CopyButton quiet text={message.message_id} what={texts.id} />
          {may('resend') && <ReplayButton endpoint={endpoint} message={message.message_id} />}
        </Group>
        <Text size="sm" c="dimmed">
          {texts.idHint}
        </Text>
      </Stack>
      {sending && <SendingFacts sending={sending} />}
      {sending && (
        <Stack gap="xs" component="section" aria-label={texts.tries}>
          <Title order={3} fz={15}>
            {texts.tries}
          </Title>
          <TryList sending={sending} />
        </Stack>
      )}
      <JsonBlock label={texts.payload} value={message.payload} fileName={message.message_id} />
    </Stack>
  );
}

function SendingFacts({ sending }: { sending: Schemas['Sending'] }) {
  const texts = useTexts(sendingsTexts);
  const { translate } = useWords();
  const format = useFormat(useChosen().account?.time_zone);
  const { state, created_at, attempts, next_at, finished_at, reason } = sending;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }}>
      <Fact name={texts.state}>
        <SendingBadge state={state} />
      </Fact>
      <Fact name={texts.made}>{format.moment(created_at)}</Fact>
      <Fact name={texts.attempts}>{format.count(attempts)}</Fact>
      {next_at !== null && <Fact name={texts.next}>{format.moment(next_at)}</Fact>}
      {finished_at !== null && <Fact name={texts.finished}>{format.moment(finished_at)}</Fact>}
      {reason !== '' && <Fact name={texts.reason}>{translate(reason)}</Fact>}
    </SimpleGrid>
  );
}
