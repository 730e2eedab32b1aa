import type { FakeAnswer } from '../../components/testing';
import type { Letter, Pass, Subscriber, SubscriberRow } from './rule_api';

/** An account with one customer, who has bought something and got a letter. */

const row: SubscriberRow = {
  id: 7,
  email: 'anna@example.com',
  phone_number: '+46701234567',
  status: 'ACTIVE',
  tags: ['OrderCompleted'],
  created_at: '2026-11-23 11:00:00',
  updated_at: '2026-11-23 11:00:00',
};

const card: Subscriber = {
  ...row,
  language: 'sv',
  opted_in: true,
  suppressed: [],
  tags: [{ id: 1, name: 'OrderCompleted', added_at: '2026-11-23 11:00:00' }],
  groups: [
    {
      id: 1,
      name: 'Sitoo-Contact',
      historical: false,
      fields: [
        { name: 'namefirst', type: 'text', value: 'Anna' },
        { name: 'bonuschecks', type: 'json', value: [{ id: 'B1', name: 'Autumn', value: '100.00', redeemed: false }] },
      ],
    },
    {
      id: 2,
      name: 'Sitoo-Order',
      historical: true,
      fields: [],
      records: [{ id: 3, created_at: '2026-11-23 11:00:00', values: [{ name: 'orderid', type: 'text', value: '11501' }] }],
    },
  ],
};

const letter: Letter = {
  id: 1,
  at: '2026-11-23 11:00:00',
  to: 'anna@example.com',
  subject: 'Thanks Anna',
  from: 'Shop <hello@example.com>',
  html: '<p>Order 2</p>',
  plain: 'Order 2',
  tag: 'OrderCompleted',
  kind: 'marketing',
  status: 'sent',
  reason: null,
};

const pass = { subscriber_id: 7, email: 'anna@example.com', phone_number: null, mode: 'reset', state: 'sent' };

export const passes: Pass[] = [
  { ...pass, id: 1, tag: 'Newsletter', at: '2026-11-22 11:00:00', messages: [] },
  {
    ...pass,
    id: 2,
    tag: 'OrderCompleted',
    at: '2026-11-23 11:00:00',
    messages: [
      { due_at: '2026-11-23 11:00:00', state: 'sent', reason: null },
      { due_at: '2026-12-23 11:00:00', state: 'queued', reason: null },
    ],
  },
];

const at = (path: string) => `GET /rule/pages-api/accounts${path}`;

export const ruleAnswers: Record<string, FakeAnswer> = {
  [at('')]: { body: { items: [{ id: 1, name: 'Demo shop' }] } },
  [at('/1/keys')]: { body: { items: [{ id: 1, name: 'Sitoo', masked: 'rk_…a1b2', created_at: '2026-11-23 11:00:00' }] } },
  [at('/1/subscribers')]: { body: { items: [row], total: 1 } },
  [at('/1/subscribers/7')]: { body: card },
  [at('/1/mailbox')]: { body: { items: [letter] } },
  [at('/1/sms')]: { body: { items: [] } },
  [at('/1/passes')]: { body: { items: passes } },
};
