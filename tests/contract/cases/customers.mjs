import assert from 'node:assert/strict';

const nobody = '999999999';
const email = 'anna@example.com';
const query = (shop, more) => ({ account: shop.account, ...more });
const params = (shop, customer = shop.customer) => ({ customer });
const strangers = {
  'a customer that there is not': (shop) => ({ params: params(shop, nobody), query: query(shop), statuses: [404], fields: ['customer'] }),
  'an account of nobody': (shop) => ({ params: params(shop), query: { account: nobody }, statuses: [404], fields: ['account'] }),
};

/** Somebody of whom nothing else is asked. */
async function registerLeaver(shop) {
  const { servers, connection } = shop;
  const answer = await fetch(`${servers.kassabroUrl}/sitoo/v1/contacts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${connection.api_token}` },
    body: JSON.stringify({ email: 'leaver@example.com', namefirst: 'Lea' }),
  });
  assert.ok(answer.ok);
  const [{ contact_id }] = (await shop.ask(`/api/v1/customers?account=${shop.account}&key=leaver@example.com`)).items;
  shop.leaver = contact_id;
}

export default [
  {
    of: 'findCustomer',
    good: {
      'an e-mail address': (shop) => ({
        query: query(shop, { key: email }),
        see: ({ items }) => {
          assert.equal(items.length, 1);
          shop.customer = items[0].contact_id;
        },
      }),
      'a part of one, with nobody': (shop) => ({ query: query(shop, { key: 'anna@example.co' }), see: ({ items }) => assert.deepEqual(items, []) }),
    },
    bad: {
      'a key that is empty': (shop) => ({ query: query(shop, { key: ' ' }), statuses: [400], fields: ['key'] }),
      'an account of nobody': () => ({ query: { account: nobody, key: email }, statuses: [404], fields: ['account'] }),
    },
  },
  {
    of: 'findCustomerByKey',
    good: {
      'an e-mail address': (shop) => ({
        body: { account: shop.account, key: email },
        see: ({ items }) => assert.deepEqual(items.map(({ contact_id }) => contact_id), [shop.customer]),
      }),
      'a part of one, with nobody': (shop) => ({ body: { account: shop.account, key: 'anna@example.co' }, see: ({ items }) => assert.deepEqual(items, []) }),
    },
    bad: {
      'a key that is empty': (shop) => ({ body: { account: shop.account, key: ' ' }, statuses: [400], fields: ['key'] }),
      'an account of nobody': () => ({ body: { account: nobody, key: email }, statuses: [404], fields: ['account'] }),
    },
  },
  {
    of: 'getCustomer',
    good: {
      'its id': (shop) => ({
        params: params(shop),
        query: query(shop),
        see: (body) => assert.ok(body.purchases.length >= 2 && body.rule !== null, JSON.stringify(body)),
      }),
    },
    bad: strangers,
  },
  {
    of: 'getCustomerTimeline',
    good: {
      'its id': (shop) => ({
        params: params(shop),
        query: query(shop),
        see: ({ items }) => {
          const kinds = new Set(items.map(({ what }) => what));
          for (const kind of ['registered', 'order', 'queued', 'attempt']) assert.ok(kinds.has(kind), kind);
        },
      }),
      'two lines, and where it goes on': (shop) => ({
        params: params(shop),
        query: query(shop, { limit: 2 }),
        see: ({ next }) => {
          assert.notEqual(next, null);
          shop.before = next;
        },
      }),
      'what is older': (shop) => ({
        params: params(shop),
        query: query(shop, { before: shop.before }),
        see: ({ items }) => assert.ok(items.every(({ at }) => at < shop.before)),
      }),
    },
    bad: {
      ...strangers,
      'a time that is none': (shop) => ({ params: params(shop), query: query(shop, { before: 'yesterday' }), statuses: [400], fields: ['before'] }),
    },
  },
  {
    of: 'eraseCustomer',
    base: (shop) => ({ params: params(shop), body: { account: shop.account, confirm: shop.customer } }),
    good: {
      'its id, twice': async (shop) => {
        await registerLeaver(shop);
        return {
          params: params(shop, shop.leaver),
          body: { account: shop.account, confirm: shop.leaver },
          see: (body) => {
            assert.equal(body.contact_id, shop.leaver);
            assert.ok(body.removed.some(({ what, count }) => what === 'contact' && count === 1), JSON.stringify(body));
            shop.erasure = body.erasure_id;
          },
        };
      },
    },
    bad: {
      'a customer who is gone': (shop) => ({
        params: params(shop, shop.leaver),
        body: { account: shop.account, confirm: shop.leaver },
        statuses: [404],
        fields: ['customer'],
      }),
      'another id as confirmation': (shop) => ({
        params: params(shop),
        body: { account: shop.account, confirm: nobody },
        statuses: [400],
        fields: ['confirm'],
      }),
    },
  },
  {
    of: 'listErasures',
    good: { 'an account': (shop) => ({ query: query(shop), see: ({ items }) => assert.equal(items[0].erasure_id, shop.erasure) }) },
    bad: { 'an account of nobody': () => ({ query: { account: nobody }, statuses: [404], fields: ['account'] }) },
  },
  {
    of: 'getErasure',
    good: {
      'its id': (shop) => ({ params: { erasure: shop.erasure }, query: query(shop), see: ({ here }) => assert.equal(here, 'done') }),
    },
    bad: {
      'a certificate that there is not': (shop) => ({
        params: { erasure: nobody },
        query: query(shop),
        statuses: [404],
        fields: ['erasure'],
      }),
    },
  },
];
