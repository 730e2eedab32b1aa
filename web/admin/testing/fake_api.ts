import type { Schemas } from '../api/client';
import { scopes, type Role, type Scope } from '../rights';
import * as access from './access_samples';
import { customer, deliveryDetail, timeline } from './customer_samples';
import * as erasures from './erasure_samples';
import * as samples from './samples';
import * as settings from './settings_samples';
import { webhookRoutes } from './webhook_routes';

export interface FakeAnswer {
  status: number;
  body: unknown;
}

export type Handler = (request: { body: unknown; query: URLSearchParams; path: string }) => FakeAnswer;

const ok = (body: unknown, status = 200): FakeAnswer => ({ status, body });

export function problem(status: number, message: string, field?: string): FakeAnswer {
  const error_data: Schemas['Problem']['error_data'] = field === undefined ? { message } : { message, field };
  return ok({ statuscode: status, errortext: message, error_code: 'other', error_data } satisfies Schemas['Problem'], status);
}

/** The owner, or another who has a role and its rights. */
export function signedInAs(user = '', role: Role = 'owner', may: Scope[] = scopes): Schemas['Session'] {
  return { state: 'signed_in', csrf: 'csrf-1', user, role, scopes: may };
}

const signedIn = signedInAs();
const items = (list: unknown[]): Handler => () => ok({ items: list });

/** From `before` on, at most `limit`, as the server pages its deliveries. */
const pageOfDeliveries: Handler = ({ query }) => {
  const rows = samples.deliveries.filter(({ state }) => (query.get('state') ?? state) === state);
  const before = Number(query.get('before') ?? Infinity);
  const rest = rows.filter(({ delivery_id }) => Number(delivery_id) < before);
  const items = rest.slice(0, Number(query.get('limit') ?? 100));
  return ok({ items, next: items.length < rest.length ? (items.at(-1)?.delivery_id ?? null) : null });
};

function inState<Row extends { state: string }>(rows: Row[]): Handler {
  return ({ query }) => ok({ items: rows.filter((row) => query.get('state') === null || row.state === query.get('state')) });
}

/** Every route of the API with an answer like the server's; a test replaces those that it is about. */
export function fakeRoutes(): Record<string, Handler> {
  return {
    'GET /api/v1/session': () => ok(signedIn),
    'POST /api/v1/session': () => ok(signedIn),
    'DELETE /api/v1/session': () => ok({ state: 'signed_out' }),
    'POST /api/v1/session/password': () => ok(signedIn),
    'GET /api/v1/users': items(access.users),
    'POST /api/v1/users': ({ body }) => ok({ ...(body as object), created_at: access.at, password: access.madePassword }, 201),
    'DELETE /api/v1/users/anna': () => ok(undefined, 204),
    'GET /api/v1/tokens': items(access.tokens),
    'POST /api/v1/tokens': ({ body }) => ok({ ...(body as object), created_at: access.at, expires_at: null, expired: false, token: access.madeToken }, 201),
    'DELETE /api/v1/tokens/till-report': () => ok(undefined, 204),
    'GET /api/v1/audit': ({ query }) => ok({ items: access.entriesOf(query) }),
    'GET /api/v1/audit/verification': () => ok(access.verification),
    'GET /api/v1/overview': ({ query }) => ok(query.get('days') === 'true' ? samples.overview : { ...samples.overview, days: [] }),
    'GET /api/v1/accounts': items([samples.account]),
    'POST /api/v1/accounts': () => ok(samples.connection, 201),
    'GET /api/v1/accounts/{}': () => ok(samples.connection),
    'PATCH /api/v1/accounts/{}': () => ok(samples.connection),
    'DELETE /api/v1/accounts/{}': () => ok(undefined, 204),
    'POST /api/v1/customers/find': ({ body }) => ok({ items: (body as { key: string }).key === customer.email ? [customer] : [] }),
    'GET /api/v1/customers/{}': () => ok(customer),
    'GET /api/v1/customers/{}/timeline': () => ok({ items: timeline, next: null }),
    'GET /api/v1/customers/{}/export': () => ok({ customer, orders: [], timeline }),
    'GET /api/v1/customers/{}/consent-proof': () => ok({ customer, consent_proof: [] }),
    'POST /api/v1/customers/{}/erase': () => ok(erasures.running),
    'GET /api/v1/erasures': items([erasures.running, erasures.finished]),
    'GET /api/v1/erasures/{}': ({ path }) => ok(path.endsWith('/5') ? erasures.finished : erasures.running),
    'GET /api/v1/deliveries': pageOfDeliveries,
    'GET /api/v1/deliveries/count': ({ query }) =>
      ok({ count: samples.deliveries.filter(({ state }) => state === query.get('state')).length, exact: true }),
    'GET /api/v1/deliveries/{}': () => ok(deliveryDetail),
    'GET /api/v1/accounts/{}/changes': items(settings.changes),
    'POST /api/v1/accounts/{}/changes/{}/undo': () => ok(samples.connection),
    'POST /api/v1/accounts/{}/preview': () => ok(settings.preview),
    'GET /api/v1/settings/defaults': () => ok({ settings: settings.defaults }),
    'POST /api/v1/receipts/preview': ({ body }) => ok(settings.receipt((body as { language: Schemas['Language'] }).language)),
    'GET /api/v1/webhooks': items(settings.webhooks),
    'POST /api/v1/deliveries/replay': () => ok({ count: 2 }),
    'POST /api/v1/deliveries/park': () => ok({ count: 1 }),
    'GET /api/v1/order-fetches': inState(samples.fetches),
    'POST /api/v1/order-fetches/replay': () => ok({ count: 1 }),
    'GET /api/v1/quarantine': items(samples.quarantine),
    'GET /api/v1/doctor': items(samples.findings),
    'POST /api/v1/doctor/repair': () => ok({ count: 1 }),
    'GET /api/v1/jobs': items(samples.jobs),
    'POST /api/v1/jobs/run': () => ok({ count: 1 }),
    'POST /api/v1/jobs/pause': () => ok(samples.jobs[0]),
    'POST /api/v1/jobs/resume': () => ok(samples.jobs[0]),
    'POST /api/v1/jobs/cancel': () => ok(samples.jobs[0]),
    'GET /api/v1/imports': items([samples.importDetail]),
    'POST /api/v1/imports/upload': () => ok(samples.importDetail),
    'GET /api/v1/imports/{}': () => ok(samples.importDetail),
    'POST /api/v1/imports/{}/apply': () => ok({ ...samples.importDetail, state: 'applied', done: 3 }),
    'POST /api/v1/imports/{}/undo': () => ok({ ...samples.importDetail, state: 'undone' }),
    'GET /api/v1/feeds': items(samples.feeds),
    'POST /api/v1/feeds/test': () => ok(samples.feedTest),
    'POST /api/v1/feeds/test/remove': () => ok({ removed: true }),
    'POST /api/v1/automations/plan': () => ok(samples.automations),
    'POST /api/v1/automations/apply': () => ok(samples.automations),
    'POST /api/v1/automations/remove': () => ok(samples.automations),
    'POST /api/v1/automations/preview': () => ok(samples.letter),
    ...webhookRoutes,
  };
}

const idInPath = /\/(?:\d+|msg_[0-9a-f]{32})(?=\/|$)/g;

/** The answer to a call; ids in the path are `{}` among the routes. */
export function answerCall(routes: Record<string, Handler>, method: string, target: string, body: unknown): FakeAnswer {
  const url = new URL(target, 'http://fake');
  const route = routes[`${method} ${url.pathname.replace(idInPath, '/{}')}`];
  return route ? route({ body, query: url.searchParams, path: url.pathname }) : problem(404, `The fake server has no ${method} ${url.pathname}.`);
}
