import assert from 'node:assert/strict';

export default [
  {
    of: 'listKeys',
    good: {
      'a question': () => ({ see: ({ keys }) => assert.ok(keys.length === 1 && /^[0-9a-f]{8}$/.test(keys[0]), JSON.stringify(keys)) }),
    },
  },
  {
    of: 'rotateKey',
    good: {
      'an exchange on one node': () => ({ see: ({ state, sealed, keys }) => assert.ok(state === 'done' && sealed > 0 && keys.length === 1, JSON.stringify({ state, sealed, keys })) }),
    },
    bad: {
      'a word that is neither': () => ({ query: { distributed: 'x' }, statuses: [400], fields: ['distributed'] }),
    },
  },
];
