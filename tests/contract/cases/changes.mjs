import assert from 'node:assert/strict';

const nobody = '999999999';
const params = (shop, more) => ({ account: shop.account, ...more });
const stranger = (body) => ({ 'an account of nobody': () => ({ params: { account: nobody }, body, statuses: [404], fields: ['account'] }) });

// After the accounts' own cases, which have changed much.
export default [
  {
    of: 'getDefaultSettings',
    good: { 'a question': () => ({ see: ({ settings }) => assert.equal(settings.rule.order_tag, 'OrderCompleted') }) },
  },
  {
    of: 'previewSettings',
    good: {
      'a name, on the latest order': (shop) => ({
        params: params(shop),
        body: { settings: { rule: { order_tag: 'Sold' } } },
        see: ({ before, after }) => assert.notDeepEqual(before, after),
      }),
      'an order that is named': (shop) => ({ params: params(shop), body: { order_id: shop.order }, see: ({ order_id }) => assert.equal(order_id, shop.order) }),
    },
    bad: {
      ...stranger({}),
      'an order that there is not': (shop) => ({ params: params(shop), body: { order_id: nobody }, statuses: [404], fields: ['order_id'] }),
      'a setting that there is not': (shop) => ({ params: params(shop), body: { settings: { rule: { x: 1 } } }, statuses: [400], fields: ['rule.x'] }),
    },
  },
  {
    of: 'listAccountChanges',
    good: {
      'its id': (shop) => ({
        params: params(shop),
        see: ({ items }) => {
          shop.change = items.find(({ undoable }) => undoable)?.change_id;
          assert.ok(shop.change, JSON.stringify(items));
        },
      }),
    },
    bad: stranger(),
  },
  {
    of: 'undoAccountChange',
    good: { 'one that nothing has touched since': (shop) => ({ params: params(shop, { change: shop.change }) }) },
    bad: {
      'one that is undone': (shop) => ({ params: params(shop, { change: shop.change }), statuses: [409], fields: ['change'] }),
      'one that there is not': (shop) => ({ params: params(shop, { change: '1' }), statuses: [404], fields: ['change'] }),
    },
  },
];
