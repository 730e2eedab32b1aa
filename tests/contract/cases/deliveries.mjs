import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const order = JSON.parse(readFileSync(new URL('../../../fixtures/sitoo/spi_v1/transaction.json', import.meta.url), 'utf8'));
const counts = (least) => ({ count }) => assert.ok(count >= least, `count: ${count}`);
const refused = (body, field, statuses = [400]) => () => ({ body, statuses, fields: [field] });
const nobody = '999999999';

export default [
  {
    of: 'listDeliveries',
    good: {
      'a question for all': () => ({ see: ({ items }) => assert.ok(items.length >= 6) }),
      'an account, a state and a limit': (shop) => ({
        query: { account: shop.account, state: 'parked', limit: 1 },
        see: ({ items }) => assert.match(items[0].reason, /400/),
      }),
      'a kind, a customer, a time and a reason, with what matches all': (shop) => ({
        query: { account: shop.account, kind: 'order_completed', customer: shop.parked.contact_id, from: '2024-01-01T00:00:00Z', error: 'no' },
        see: ({ items }) => assert.ok(items.every(({ kind }) => kind === 'order_completed')),
      }),
      'one row, and where it goes on': (shop) => ({ query: { account: shop.account, limit: 1 }, see: ({ next }) => assert.notEqual(next, null) }),
      'an account of nobody, with nothing': () => ({ query: { account: nobody }, see: ({ items }) => assert.deepEqual(items, []) }),
    },
  },
  {
    of: 'countDeliveries',
    good: {
      'a question for all': () => ({ see: ({ count, exact }) => assert.ok(count >= 6 && exact) }),
      'all that can be asked': (shop) => ({
        query: { account: shop.account, state: 'parked', kind: 'order_completed', customer: shop.parked.contact_id, from: '2024-01-01T00:00:00Z' },
        see: counts(1),
      }),
    },
  },
  {
    of: 'getDelivery',
    good: {
      'one that Rule refused': (shop) => ({
        params: { delivery: shop.parked.delivery_id },
        see: ({ tries, explained, customer }) => {
          assert.equal(tries.at(-1).outcome, 'rejected');
          assert.equal(tries.at(-1).calls.at(-1).status, 400);
          assert.ok(explained.calls.length > 0 && customer !== null);
        },
      }),
    },
    bad: { 'one that there is not': () => ({ params: { delivery: nobody }, statuses: [404], fields: ['delivery'] }) },
  },
  {
    of: 'parkDeliveries',
    good: {
      'all that is pending': (shop) => ({ body: { all: 'pending', account: shop.account, reason: 'For a while' } }),
      'the ones that are named': (shop) => ({ body: { delivery_ids: [shop.parked.delivery_id] } }),
    },
    bad: {
      'nothing that is named': refused({}, 'delivery_ids'),
      'one that there is not': refused({ delivery_ids: [nobody] }, 'delivery_ids', [404]),
      'all that is delivered': refused({ all: 'delivered' }, 'all'),
    },
  },
  {
    of: 'replayDeliveries',
    good: {
      'the ones that are named': (shop) => ({ body: { delivery_ids: [shop.parked.delivery_id] }, see: counts(1) }),
      'all that is parked': (shop) => ({ body: { all: 'parked', account: shop.account } }),
    },
    bad: {
      'nothing that is named': refused({}, 'delivery_ids'),
      'one that there is not': refused({ delivery_ids: [nobody] }, 'delivery_ids', [404]),
      'all that is pending': refused({ all: 'pending' }, 'all'),
    },
  },
  {
    of: 'explainOrder',
    good: {
      'an order, for a shop as shops are': () => ({ body: order, see: ({ calls }) => assert.ok(calls.some(({ fields }) => fields?.length > 0)) }),
      'an order of an account': (shop) => ({ query: { account: shop.account }, body: order, see: ({ calls }) => assert.ok(calls.length > 0) }),
      'an order of nobody': () => ({ body: { ...order, email: '', phone: '', customerid: null }, see: ({ note }) => assert.match(note, /nobody/) }),
    },
    bad: {
      'an order whose lines are none': () => ({ body: { ...order, orderitems: 'none' }, statuses: [400], fields: ['orderitems'] }),
      'an account of nobody': () => ({ query: { account: nobody }, body: order, statuses: [404], fields: ['account'] }),
    },
  },
];
