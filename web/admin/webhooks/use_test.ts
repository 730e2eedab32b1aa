import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, type Schemas } from '../api/client';
import { useAction } from '../use_action';
import { useEndpointParams, type Endpoint } from './endpoint';
import { messageQuery } from './use_message';
import { useWebhookRights } from './use_webhook_rights';

type Sending = Schemas['Sending'];
type Try = Schemas['SendingAttempt'];

/** How a test goes: none sent, no answer yet, none for long, or tried, with the try as far as one may see it. */
export type Outcome = { state: 'none' | 'waits' | 'slow' } | { state: 'tried'; sending: Sending; attempt: Try | undefined };

const ask_ms = 400;
/** Whoever listens has answered by then; the log goes on looking. */
const slow_ms = 30_000;
const recent = 10;

interface Sent {
  id: string;
  at_ms: number;
}

/** What the list says of a test. */
interface Seen {
  row: Sending | null;
  isLate: boolean;
}

const isTried = (seen: Seen | undefined) => (seen?.row?.attempts ?? 0) > 0;

/** By the list, since a message itself is opened only by those who may, and each time somebody opens one stands in the audit log. */
function useSeen(endpoint: Endpoint, sent: Sent | null) {
  const { account } = useEndpointParams(endpoint);
  const queries = useQueryClient();
  return useQuery<Seen>({
    queryKey: ['test', account, sent?.id],
    queryFn: async () => {
      const query = { endpoint: endpoint.endpoint_id, type: 'endpoint.test', limit: recent };
      const { items } = await client.get('/api/v1/accounts/{account}/messages', { params: { account }, query });
      const row = items.find(({ message_id }) => message_id === sent?.id) ?? null;
      const seen = { row, isLate: Date.now() - (sent?.at_ms ?? 0) > slow_ms };
      // By its answer the endpoint may stand otherwise now.
      if (isTried(seen)) for (const part of ['endpoint', 'sendings']) void queries.invalidateQueries({ queryKey: [part, account] });
      return seen;
    },
    enabled: sent !== null,
    refetchInterval: ({ state }) => (isTried(state.data) || state.data?.isLate ? false : ask_ms),
  });
}

/** Sends a test and looks for the first answer to it. */
export function useTest(endpoint: Endpoint) {
  const params = useEndpointParams(endpoint);
  const mayOpen = useWebhookRights()('open');
  const [sent, setSent] = useState<Sent | null>(null);
  const send = useAction({
    call: async () => {
      setSent(null);
      const { message_id } = await client.post('/api/v1/accounts/{account}/endpoints/{endpoint}/test', undefined, { params });
      setSent({ id: message_id, at_ms: Date.now() });
    },
  });
  const seen = useSeen(endpoint, sent).data;
  const message = useQuery({ ...messageQuery(params.account, sent?.id ?? ''), enabled: mayOpen && isTried(seen) });
  const attempt = message.data?.sendings.find(({ endpoint_id }) => endpoint_id === endpoint.endpoint_id)?.tries.at(-1);
  const isRead = !mayOpen || !message.isPending;
  return { send, outcome: sent === null ? none : outcomeOf(seen, isRead, attempt) };
}

const none: Outcome = { state: 'none' };

function outcomeOf(seen: Seen | undefined, isRead: boolean, attempt: Try | undefined): Outcome {
  if (seen?.row && isTried(seen) && isRead) return { state: 'tried', sending: seen.row, attempt };
  return { state: seen?.isLate ? 'slow' : 'waits' };
}
