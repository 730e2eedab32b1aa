import type { Schemas } from '../api/client';

const at = '2026-11-29T13:05:00Z';
const dayBefore = '2026-11-28T09:12:30Z';
const till: Schemas['Origin'] = { source: 'sitoo_v1', store: 'Götgatan', staff: 'Anna', register: '2' };
const address: Schemas['Address'] = { line1: 'Hornsgatan 1', line2: '', zip: '118 20', city: 'Stockholm', state: '', country: 'SE' };

const head: Schemas['CustomerHead'] = {
  contact_id: '77', account_id: '1', first_name: 'Vera', last_name: 'Ek', email: 'vera@example.com', mobile: '+46701234567',
  member_number: '1000077',
};

const consent: Schemas['ConsentRecord'] = {
  ...till, version: 2, at, accepts_email: true, accepts_sms: false, accepts_mail: false, accepted_consents: ['club'], chosen: ['email'], reason: '',
};

const used: Schemas['BonusEntry'] = {
  ...till, at, kind: 'redeemed', change: '-40.00', remaining: '60.00', receipt_id: '1001', order_id: '11513',
};

const cutOff: Schemas['DeliveryAttempt'] = {
  number: 1, at: dayBefore, took_ms: 5_012, outcome: 'retry', reason: 'Rule answered 503.',
  calls: [{ method: 'POST', path: '/v3/subscribers', body: { email: 'vera@example.com' }, status: 0, answer: 'no answer in 5 s', took_ms: 5_000, shared_by: 1 }],
};

const refused: Schemas['DeliveryAttempt'] = {
  number: 2, at, took_ms: 214, outcome: 'rejected', reason: 'The e-mail is not accepted.',
  calls: [
    { method: 'PUT', path: '/v2/customizations', body: null, status: 200, answer: { ok: true }, took_ms: 31, shared_by: 1 },
    {
      method: 'POST', path: '/v3/subscribers', body: { email: 'vera@example.com' }, status: 422, answer: { error: 'InvalidEmail' },
      took_ms: 180, shared_by: 12,
    },
  ],
};

export const deliveryDetail: Schemas['DeliveryDetail'] = {
  delivery_id: '901', account_id: '1', contact_id: '77', order_id: '11513', kind: 'order_completed', state: 'parked', attempts: 2,
  ambiguous: true, not_before: at, reason: 'The e-mail is not accepted.', created_at: dayBefore, updated_at: at, trace_id: null, tries: [cutOff, refused], customer: head,
  explained: {
    calls: [
      {
        when: 'for each order', method: 'POST', path: '/v3/subscribers', body: { tags: ['OrderCompleted'] },
        tags: [{ tag: 'OrderCompleted', rule: 'feed order_completed' }],
        fields: [{ key: 'Sitoo-Order.total', type: 'text', value: '349.00', rule: 'the total of the order, with VAT' }],
      },
    ],
  },
};

export const customer: Schemas['Customer'] = {
  ...head, phone: '', company: '', company_id: '', gender: 'female', birthday: '1985-03-01', invoice_address: address, delivery_address: address,
  accepts_email: true, accepts_sms: false, accepts_mail: false, accepted_consents: ['club'], store: 'Götgatan', registered_at: dayBefore,
  updated_at: at, version: 2, rule: { remote_id: '5501', blocked: false, checked_at: at }, purchase_count: 3, purchase_total: '1298.00',
  purchase_currency: 'SEK', consents: [consent, { ...consent, version: 1, at: dayBefore, source: 'rule', chosen: [], reason: 'imported' }],
  bonus_checks: [
    {
      id: 'B-100', name: 'Julcheck', description: 'Tack för i år', value: '100.00', remaining: '60.00', currency: 'SEK', valid_from: null,
      valid_to: '2026-12-31', status: 'open', last_used_at: at,
      entries: [{ ...used, at: dayBefore, source: 'import', kind: 'issued', change: '100.00', remaining: '100.00', receipt_id: '', order_id: '' }, used],
    },
  ],
  purchases: [
    {
      channel: 'till', order_id: '11513', receipt_id: '1001', ordered_at: at, type: 'sale', total: '349.00', currency: 'SEK', store: 'Götgatan',
      items: [{ name: 'Mössa', sku: 'M-1', quantity: '1', total: '349.00' }],
    },
    {
      channel: 'Webshop-Order', order_id: 'W-9', receipt_id: '', ordered_at: dayBefore, type: 'return', total: '-199.00', currency: 'SEK', store: '',
      items: [],
    },
  ],
};

export const timeline: Schemas['Happening'][] = [
  { at, what: 'attempt', delivery_id: '901', kind: 'order_completed', state: 'parked', attempt: refused },
  { at, what: 'queued', delivery_id: '901', kind: 'order_completed', state: 'parked' },
  { at, what: 'order', order_id: '11513', order_state: 'completed', total: '349.00', currency: 'SEK', store: 'Götgatan' },
  { at, what: 'bonus', check_id: 'B-100', check_name: 'Julcheck', currency: 'SEK', bonus: used },
  { at, what: 'event', event_type: 'order.completed', order_id: '11513' },
  { at, what: 'consent', version: 2, consent },
  { at, what: 'changed', version: 2, origin: { ...till, source: 'sitoo_v2' } },
  { at: dayBefore, what: 'lookup', times: 3, origin: { ...till, source: 'sitoo_v2' } },
  { at: dayBefore, what: 'lookup', times: 1, origin: { ...till, register: '4' } },
  { at: dayBefore, what: 'registered', version: 1, origin: till },
];
