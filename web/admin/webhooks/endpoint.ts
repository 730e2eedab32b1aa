import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { eventTypeTexts } from '../texts/event_types';

export type Endpoint = Schemas['Endpoint'];
export type EventType = Schemas['EventType'];
export type MessageType = Schemas['MessageType'];

export const messageTypes = Object.keys(eventTypeTexts.en.names) as MessageType[];
/** All but the test, which nobody has to ask for. */
export const eventTypes = messageTypes.filter((type): type is EventType => type !== 'endpoint.test');

/** How an endpoint stands: two ways to be enabled, three not to be. */
export type Standing = 'on' | 'failing' | 'by_hand' | 'gone' | 'given_up';

export function standingOf({ enabled, disabled_because, failing_since }: Endpoint): Standing {
  if (enabled) return failing_since === null ? 'on' : 'failing';
  if (disabled_because === 'gone') return 'gone';
  return disabled_because === 'failing' ? 'given_up' : 'by_hand';
}

/** Until when a secret that was exchanged signs as well; null when it does not, or no more. */
export function oldSecretEnds({ old_secret_ends_at: end }: Endpoint): string | null {
  return end !== null && new Date(end).getTime() > Date.now() ? end : null;
}

/** The shop of the page; the pages of webhooks are shown of one only. */
export const useAccountId = () => useChosen().account?.account_id ?? '';

/** The places in the path of calls about an endpoint. */
export function useEndpointParams(endpoint: Pick<Endpoint, 'endpoint_id'>) {
  return { account: useAccountId(), endpoint: endpoint.endpoint_id };
}
