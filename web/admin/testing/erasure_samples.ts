import type { Schemas } from '../api/client';

const at = '2026-11-29T13:05:00Z';

export const running: Schemas['Erasure'] = {
  erasure_id: '6', contact_id: '77', at, author: 'pages', state: 'running', here: 'done', sources: 'running', identifiers: 'running', rule: 'waiting',
  rule_problem: 'Rule answered 503.',
  removed: [{ what: 'contact', count: 1 }, { what: 'keys', count: 3 }, { what: 'receipts', count: 0 }, { what: 'attempts', count: 1_204 }],
  kept: [{ what: 'orders', count: 3 }], finished_at: null,
};

export const finished: Schemas['Erasure'] = {
  ...running, erasure_id: '5', contact_id: '70', author: 'command_line', state: 'done', sources: 'done', identifiers: 'done', rule: 'unknown', rule_problem: '', kept: [],
  finished_at: '2026-11-29T13:07:30Z',
};
