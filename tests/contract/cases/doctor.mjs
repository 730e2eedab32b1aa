import assert from 'node:assert/strict';

export default [
  {
    of: 'listFindings',
    good: {
      'a question for all': () => ({
        see: ({ items }) => {
          const ailments = items.map(({ ailment }) => ailment);
          for (const expected of ['quarantined', 'parked_fetch', 'parked_delivery', 'bonus_field']) assert.ok(ailments.includes(expected), `${expected}: ${ailments}`);
        },
      }),
      'an account': (shop) => ({ query: { account: shop.account } }),
    },
  },
  {
    of: 'repairFindings',
    good: {
      'an account': (shop) => ({ query: { account: shop.account }, see: ({ count }) => assert.equal(count, 1) }),
      'a wish for all': () => ({}),
    },
  },
];
