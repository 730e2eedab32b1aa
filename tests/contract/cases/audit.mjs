import assert from 'node:assert/strict';

export default [
  {
    of: 'listAudit',
    good: {
      'what is of no one account': () => ({
        query: { limit: 10_000 },
        see: ({ items }) => assert.ok(items.some(({ action, actor }) => action === 'POST /api/v1/session/password' && actor === 'nobody'), JSON.stringify(items)),
      }),
      'an account': (shop) => ({
        query: { account: shop.account, limit: 10_000 },
        see: ({ items }) => {
          const numbers = items.map(({ number }) => number);
          assert.deepEqual(numbers, numbers.map((_, i) => numbers[0] - i));
          const change = items.find(({ action, status }) => action === 'PATCH /api/v1/accounts/{account}' && status === 200);
          assert.ok(change.subject === String(shop.account) && change.actor === 'command_line', JSON.stringify(change));
          assert.ok(items.some(({ status }) => status >= 400), 'what was refused is noted too');
          for (const shown of ['/imports/{import}', '/imports/{import}/refusals.csv', '/customers/{customer}'])
            assert.ok(items.some(({ action, status }) => action === `GET /api/v1${shown}` && status === 200), shown);
        },
      }),
      'older ones': (shop) => ({ query: { account: shop.account, before: 3, limit: 1 }, see: ({ items }) => assert.deepEqual(items.map(({ number }) => number), [2]) }),
      'one that nobody has': () => ({ query: { account: '999999999' }, see: ({ items }) => assert.deepEqual(items, []) }),
    },
    bad: {
      'a number that is none': () => ({ query: { before: 'x' }, statuses: [400], fields: ['before'] }),
      'an account that is none': () => ({ query: { account: 'x' }, statuses: [400], fields: ['account'] }),
    },
  },
  {
    of: 'verifyAudit',
    good: {
      'a question for all': (shop) => ({
        see: ({ whole, chains }) => assert.ok(whole && chains.some(({ account_id, entries }) => account_id === String(shop.account) && entries > 5), JSON.stringify(chains)),
      }),
    },
  },
];
