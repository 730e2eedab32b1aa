import type { Schemas } from '../api/client';
import type { Handler } from './fake_api';
import { endpoint, endpoints, messageId, messageOf, newSecret, secret, sendings } from './webhook_samples';

const place = '/api/v1/accounts/{}';
const rotatedUntil = '2026-11-30T13:05:00Z';

const endpointAt = (path: string) => endpoints.find(({ endpoint_id }) => endpoint_id === path.split('/')[6]) ?? endpoint(4);

/** As the server pages them: of one endpoint, state or type, from `before` on. */
const pageOfSendings: Handler = ({ query }) => {
  const isAsked = (row: Schemas['Sending']) => (query.get('state') ?? row.state) === row.state && (query.get('type') ?? row.type) === row.type;
  const rest = sendings.filter((row) => isAsked(row) && row.message_id < (query.get('before') ?? 'n'));
  const items = rest.slice(0, Number(query.get('limit') ?? 100));
  return { status: 200, body: { items, next: items.length < rest.length ? (items.at(-1)?.message_id ?? null) : null } };
};

/** The part of the API that is about endpoints and their messages. */
export const webhookRoutes: Record<string, Handler> = {
  [`GET ${place}/endpoints`]: () => ({ status: 200, body: { items: endpoints } }),
  [`POST ${place}/endpoints`]: ({ body }) => ({ status: 201, body: { ...endpoint(9), ...(body as object), secret } }),
  [`GET ${place}/endpoints/{}`]: ({ path }) => ({ status: 200, body: endpointAt(path) }),
  [`PATCH ${place}/endpoints/{}`]: ({ path, body }) => ({ status: 200, body: { ...endpointAt(path), ...(body as object) } }),
  [`DELETE ${place}/endpoints/{}`]: () => ({ status: 204, body: undefined }),
  [`GET ${place}/endpoints/{}/secret`]: () => ({ status: 200, body: { secret, old_secret_ends_at: null } }),
  [`POST ${place}/endpoints/{}/secret/rotate`]: () => ({ status: 200, body: { secret: newSecret, old_secret_ends_at: rotatedUntil } }),
  [`POST ${place}/endpoints/{}/test`]: () => ({ status: 202, body: { message_id: messageId(40) } }),
  [`POST ${place}/endpoints/{}/recover`]: () => ({ status: 200, body: { count: 3 } }),
  [`GET ${place}/messages`]: pageOfSendings,
  [`GET ${place}/messages/{}`]: ({ path }) => ({ status: 200, body: messageOf(path.split('/')[6] ?? '') }),
  [`POST ${place}/messages/{}/replay`]: () => ({ status: 200, body: { count: 1 } }),
};
