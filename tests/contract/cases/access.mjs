import assert from 'node:assert/strict';

const names = ({ items }) => items.map(({ name }) => name);

export default [
  {
    of: 'addUser',
    statuses: [400, 409],
    base: async (shop) => {
      await shop.call('removeUser', { params: { user: 'derived' } });
      return { body: { name: 'derived', role: 'support', password: 'a good long password' } };
    },
    good: {
      'a user with a password that is made': () => ({
        body: { name: 'eva', role: 'marketer' },
        status: 201,
        see: (body) => assert.ok(body.password.length >= 12 && body.role === 'marketer', JSON.stringify(body)),
      }),
      'a user with a chosen one': () => ({ body: { name: 'sam', role: 'support', password: 'a good long password' }, status: 201, see: (body) => assert.equal(body.password, '') }),
    },
    bad: {
      'a name that is taken': () => ({ body: { name: 'eva', role: 'owner' }, statuses: [409], fields: ['name'] }),
      'a role that there is not': () => ({ body: { name: 'ida', role: 'king' }, statuses: [400], fields: ['role'] }),
      'a name with a space': () => ({ body: { name: 'eva lund', role: 'owner' }, statuses: [400], fields: ['name'] }),
      'a short password': () => ({ body: { name: 'ida', role: 'owner', password: 'short' }, statuses: [400], fields: ['password'] }),
    },
  },
  { of: 'listUsers', good: { 'a look': () => ({ see: (body) => assert.deepEqual(names(body).filter((name) => name !== 'derived'), ['eva', 'sam']) }) } },
  {
    of: 'removeUser',
    good: { 'one that there is': () => ({ params: { user: 'sam' }, status: 204 }) },
    bad: { 'one that there is not': () => ({ params: { user: 'sam' }, statuses: [404], fields: ['user'] }) },
  },
  {
    of: 'addToken',
    statuses: [400, 409],
    base: async (shop) => {
      await shop.call('removeToken', { params: { token: 'derived' } });
      return { body: { name: 'derived', scopes: ['read'], days: 1 } };
    },
    good: {
      'one that ends': () => ({
        body: { name: 'report', scopes: ['read', 'jobs'], days: 30 },
        status: 201,
        see: (body) => assert.ok(body.token.startsWith('kbt_') && Date.parse(body.expires_at) > Date.now() && !body.expired, JSON.stringify(body)),
      }),
      'one that does not': () => ({ body: { name: 'robot', scopes: ['audit'] }, status: 201, see: (body) => assert.equal(body.expires_at, null) }),
    },
    bad: {
      'a name that is taken': () => ({ body: { name: 'report', scopes: ['read'] }, statuses: [409], fields: ['name'] }),
      'no scope': () => ({ body: { name: 'none', scopes: [] }, statuses: [400], fields: ['scopes'] }),
      'a scope that there is not': () => ({ body: { name: 'none', scopes: ['everything'] }, statuses: [400], fields: ['scopes'] }),
      'too many days': () => ({ body: { name: 'none', scopes: ['read'], days: 4000 }, statuses: [400], fields: ['days'] }),
    },
  },
  { of: 'listTokens', good: { 'a look, without the secrets': () => ({ see: (body) => assert.ok(names(body).includes('report') && !JSON.stringify(body).includes('kbt_')) }) } },
  {
    of: 'removeToken',
    good: { 'one that there is': () => ({ params: { token: 'robot' }, status: 204 }) },
    bad: { 'one that there is not': () => ({ params: { token: 'robot' }, statuses: [404], fields: ['token'] }) },
  },
];
