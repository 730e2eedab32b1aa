import type { Schemas } from '../api/client';

const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 28, 15 + hour)).toISOString());
const days = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2026, 9, 31 + day)).toISOString().slice(0, 10));
const at = '2026-11-29T13:05:00Z';

export const account: Schemas['Account'] = {
  account_id: '1', name: 'Åsas Kläder', country: 'SE', time_zone: 'Europe/Stockholm', currency: 'SEK', status: 'active',
  sitoo_base_url: '', sitoo_api_id: '1500-1', eshop_id: 1, created_at: at,
};

export const connection: Schemas['Connection'] = {
  ...account,
  api_url_v1: 'https://till.example.com/sitoo/v1', api_url_v2: 'https://till.example.com/sitoo/v2',
  events_url: 'https://till.example.com/sitoo/events', api_token: 'kt_7f3a91c2d4', basic_user: 'kassabro-1', basic_password: 'p4ss', revision: '7',
  settings: { rule: { feeds: { winback_due: false } }, receipt: { send: 'email' } },
  pos_yaml: 'crm:\n  channels:\n    - id: rule\n      title: Rule\n',
  webhook_urls: {
    unsubscribe: 'https://till.example.com/rule/webhooks/s3cr3t/unsubscribe', bounced: 'https://till.example.com/rule/webhooks/s3cr3t/bounced',
  },
};

export const overview: Schemas['Overview'] = {
  queue: { pending: 12, leased: 3, parked: 2 },
  accounts: [
    { account_id: '1', name: 'Åsas Kläder', status: 'active', error_share: 0.004 },
    { account_id: '2', name: 'Bo & Barn', status: 'key_refused', error_share: 0.31 },
  ],
  deliveries: hours.map((hour, index) => ({ at: hour, delivered: (index * 7) % 23, parked: index % 9 === 0 ? 2 : 0 })),
  received: hours.map((hour, index) => ({ at: hour, count: (index * 5) % 31 })),
  days: days.map((date, index) => ({ date, received: index * 40, delivered: index * 30, parked: index % 7 === 0 ? 3 : 0 })),
  delay_ms: { p50: 420, p99: 3_200 },
  first: { call: at, customer: at, order: null },
};

function delivery(id: number, part: Partial<Schemas['Delivery']>): Schemas['Delivery'] {
  return {
    delivery_id: String(id), account_id: '1', contact_id: '77', order_id: '11513', kind: 'order_completed', state: 'delivered', attempts: 1,
    ambiguous: false, not_before: at, reason: '', created_at: at, updated_at: at, trace_id: null, ...part,
  };
}

export const deliveries: Schemas['Delivery'][] = [
  delivery(901, { state: 'parked', reason: 'The e-mail is not accepted.', attempts: 1 }),
  delivery(900, { state: 'parked', kind: 'digital_receipt', reason: 'Rule answered 403.', ambiguous: true }),
  delivery(899, { state: 'pending', reason: 'Rule answered 503.', attempts: 4 }),
  ...Array.from({ length: 30 }, (_, index) => delivery(898 - index, { kind: index % 2 ? 'contact_registered' : 'order_completed' })),
];

export const fetches: Schemas['OrderFetch'][] = [
  {
    account_id: '1', eshop_id: 1, order_id: '11520', state: 'parked', attempts: 10, not_before: at,
    reason: 'Sitoo does not show this order.', created_at: at, updated_at: at, trace_id: null,
  },
];

export const quarantine: Schemas['Quarantined'][] = [
  { quarantine_id: '5', account_id: '1', received_at: at, source: 'events', reason: 'orderdate: This is not a time.', body: '{"orderid":1}' },
];

export const findings: Schemas['Finding'][] = [
  { account_id: '1', ailment: 'bonus_field', subject: '77', contact_id: '77', text: 'The field is no JSON.', repairable: true },
  { account_id: '1', ailment: 'overspent_check', subject: 'B-1', text: 'Used by order 11513, with nothing left.', repairable: false, at },
];

export const jobs: Schemas['Job'][] = [
  {
    account_id: '1', kind: 'history', state: 'running', done: 4_200, total: 12_000, faults: 3, seconds_left: 95, request: {}, report: { told: 4_100 },
    reason: '', started_at: at, updated_at: at, finished_at: null,
  },
  {
    account_id: '1', kind: 'reconcile', state: 'failed', done: 0, total: null, faults: 0, seconds_left: null, request: {}, report: {},
    reason: 'Sitoo refuses the login details.', started_at: at, updated_at: at, finished_at: at,
  },
];

const check = {
  id: 'B-100', name: 'Julcheck', description: '', value: '100.00', remaining: '100.00', currency: 'SEK', validfrom: null, validto: '2026-12-31',
};

export const importDetail: Schemas['ImportDetail'] = {
  id: '4', account_id: '1', file_name: 'julcheckar.xlsx', format: 'xlsx', sheet: 'Blad1', other_sheets: [], encoding: '', delimiter: '',
  shape: 'checks', header_line: 1, columns: [{ field: 'email', column: 'E-post' }, { field: 'value', column: 'Belopp' }], ignored_columns: ['Anteckning'],
  state: 'staged', reason: '', rows: 3, done: 0, kept: 0,
  counts: [
    { outcome: 'added', rows: 2, currency: 'SEK', value: '200.00' },
    { outcome: 'refused', rows: 1, currency: '', value: '0' },
  ],
  created_at: at, updated_at: at,
  preview: [
    { line: 2, outcome: 'added', customer: 'vera@example.com', check },
    { line: 3, outcome: 'added', customer: '+46701234567', check: { ...check, id: 'B-101' } },
  ],
  refused: [{ line: 4, outcome: 'refused', customer: 'nobody@example.com', column: 'E-post', reason: 'This customer is not known.' }],
};

export const feeds: Schemas['Feed'][] = [
  { feed: 'contact_registered', on: true, tags: ['Sitoo-Customer'], groups: ['Sitoo-Contact', 'Sitoo-Address'] },
  { feed: 'order_completed', on: true, tags: ['OrderCompleted'], groups: ['Sitoo-Order'] },
  { feed: 'winback_due', on: false, tags: ['Sitoo-Winback'], groups: [] },
];

export const feedTest: Schemas['FeedTest'] = {
  passed: false, customer: 'kassabro-test@example.com',
  items: [
    {
      feed: 'contact_registered', passed: true, reason: '', tags: ['Sitoo-Customer'], groups: { 'Sitoo-Contact': { namefirst: 'Kassabro' } },
      calls: [{ method: 'POST', path: '/v2/subscribers', body: { a: 1 }, status: 200, answer: { ok: true } }],
    },
    {
      feed: 'order_completed', passed: false, reason: 'Rule answered 403.', tags: [], groups: {},
      calls: [{ method: 'POST', path: '/v2/subscribers', body: null, status: 403, answer: 'Forbidden' }],
    },
  ],
};

export const automations: Schemas['AutomationReport'] = {
  done: true,
  flows: (['thank_you', 'retention', 'winback'] as const).map((flow) => ({
    flow, tag: 'OrderCompleted', language: 'sv', active: flow === 'thank_you', notes: flow === 'winback' ? ['The tag is not in Rule yet.'] : [],
    steps: [
      { what: 'automail', name: `Kassabro ${flow}`, state: 'absent', action: 'create', detail: '', failed: false },
      { what: 'template', name: '', state: 'edited', action: 'keep', detail: 'Somebody has changed it.', failed: false },
    ],
  })),
};

export const letter: Schemas['LetterPreview'] = {
  flow: 'thank_you', language: 'sv', rendered: true, html: '<!doctype html><p>Tack!</p>', subject: 'Tack för ditt köp', pre_header: '', document: {},
};
