import type { Schemas } from '../api/client';

export const at = '2026-11-29T13:05:00Z';
export const madePassword = '3f0c9a1b2d4e5f60718293a4';
export const madeToken = `kbt_${'0a'.repeat(32)}`;

export const users: Schemas['User'][] = [{ name: 'anna', role: 'support', created_at: at }];

export const tokens: Schemas['ApiToken'][] = [
  { name: 'till-report', scopes: ['read', 'customers'], created_at: at, expires_at: null, expired: false },
  { name: 'old-report', scopes: ['read'], created_at: at, expires_at: '2026-11-29T14:00:00Z', expired: true },
];

function entry(number: number, part: Partial<Schemas['AuditEntry']>): Schemas['AuditEntry'] {
  return {
    account_id: '0', number, at, actor: 'pages', peer: '192.0.2.7', action: 'POST /api/v1/session', subject: '', status: 200, seal: 'ab'.repeat(32), ...part,
  };
}

/** Of no one shop, and of the first: newest first, as the server pages them. */
const entries: Schemas['AuditEntry'][] = [
  ...Array.from({ length: 30 }, (_, index) => entry(30 - index, { actor: 'nobody', status: index % 2 ? 401 : 200 })),
  entry(4, { account_id: '1', actor: 'user:anna', action: 'POST /api/v1/customers/{customer}/erase', subject: '77' }),
  entry(3, { account_id: '1', actor: 'token:till-report', action: 'GET /api/v1/customers' }),
  entry(2, { account_id: '1', actor: 'command_line', action: 'POST /api/v1/new/thing', status: 409 }),
  entry(1, { account_id: '1', action: 'PATCH /api/v1/accounts/{account}', subject: '1' }),
];

export function entriesOf(query: URLSearchParams): Schemas['AuditEntry'][] {
  const before = Number(query.get('before') ?? Infinity);
  const rows = entries.filter((row) => row.account_id === (query.get('account') ?? '0') && row.number < before);
  return rows.slice(0, Number(query.get('limit') ?? 100));
}

export const verification = {
  whole: false,
  chains: [
    { account_id: '0', entries: 30, head: 'ab'.repeat(32) },
    { account_id: '1', entries: 2, head: 'cd'.repeat(32), broken_at: 3 },
  ] satisfies Schemas['AuditChain'][],
};
