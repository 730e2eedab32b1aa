import assert from 'node:assert/strict';

const refused = (body, field, statuses = [400]) => () => ({ body, statuses, fields: [field] });

export default [
  {
    of: 'listOrderFetches',
    good: {
      'a question for all': () => ({ see: ({ items }) => assert.ok(items.length >= 4) }),
      'an account, a state and a limit': (shop) => ({
        query: { account: shop.account, state: 'parked', limit: 10 },
        see: ({ items }) => assert.equal(items.length, 1),
      }),
    },
  },
  {
    of: 'replayOrderFetches',
    good: {
      'orders that are named': (shop) => ({ body: { account: shop.account, order_ids: [shop.order] }, see: ({ count }) => assert.equal(count, 1) }),
      'all that are parked': (shop) => ({ body: { account: shop.account, all: 'parked' } }),
    },
    bad: {
      'nothing that is named': refused({}, 'order_ids'),
      'orders of no account': refused({ order_ids: ['1'] }, 'account'),
      'both orders and all': refused({ order_ids: ['1'], all: 'parked' }, 'order_ids'),
      'an order of which no event has told': (shop) => ({ body: { account: shop.account, order_ids: ['1'] }, statuses: [404], fields: ['order_ids'] }),
    },
  },
  {
    of: 'listQuarantine',
    good: {
      'a question for all, with texts and with bytes': () => ({
        see: ({ items }) => {
          assert.ok(items.some(({ body }) => body === '{"broken'));
          assert.ok(items.some(({ body_base64: bytes }) => bytes === '//4A'));
        },
      }),
      'an account and a limit': (shop) => ({ query: { account: shop.account, limit: 1 }, see: ({ items }) => assert.equal(items.length, 1) }),
    },
  },
];
