import assert from 'node:assert/strict';

const nobody = '999999999';
const nothing = 'msg_00000000000000000000000000000000';
// Nobody listens there, and it leads inside: nothing leaves the machine.
const url = 'https://127.0.0.1:1/hook';

const of = (shop, more) => ({ account: shop.account, ...more });
const endpoint = (shop) => of(shop, { endpoint: shop.endpoint });
const message = (shop) => of(shop, { message: shop.message });
const strangers = (body) => ({
  'an endpoint of nobody': (shop) => ({ params: of(shop, { endpoint: nobody }), body, statuses: [404], fields: ['endpoint'] }),
  'an account of nobody': (shop) => ({ params: { account: nobody, endpoint: shop.endpoint }, body, statuses: [404], fields: ['account'] }),
});
const disabled = (body) => ({
  'an endpoint that is disabled': (shop) => ({ params: of(shop, { endpoint: shop.sleeper }), body, statuses: [409], fields: ['endpoint'] }),
});
const sendingsOf = async (shop, query) => (await shop.call('listMessages', { params: of(shop), query })).body.items;

export default [
  {
    of: 'addEndpoint',
    statuses: [400, 404, 409],
    good: {
      'an address': (shop) => ({
        params: of(shop),
        body: { url },
        status: 201,
        see: (body) => {
          shop.endpoint = body.endpoint_id;
          shop.secret = body.secret;
          assert.ok(body.enabled && body.types.length === 0, JSON.stringify(body));
        },
      }),
      'all that can be said': (shop) => ({
        params: of(shop),
        body: { url, description: 'The warehouse', types: ['order.completed', 'consent.changed'], enabled: false },
        status: 201,
        see: (body) => {
          shop.sleeper = body.endpoint_id;
          assert.deepEqual(body.types, ['order.completed', 'consent.changed']);
          assert.equal(body.disabled_because, 'by_hand');
        },
      }),
    },
    base: (shop) => ({ params: of(shop), body: { url, description: 'x', types: [], enabled: false } }),
    bad: {
      'an account of nobody': () => ({ params: { account: nobody }, body: { url }, statuses: [404], fields: ['account'] }),
      'an address without TLS': (shop) => ({ params: of(shop), body: { url: 'http://example.com/hook' }, statuses: [400], fields: ['url'] }),
      'an address with a password': (shop) => ({ params: of(shop), body: { url: 'https://a:b@example.com/' }, statuses: [400], fields: ['url'] }),
      'a type that is for trials only': (shop) => ({ params: of(shop), body: { url, types: ['endpoint.test'] }, statuses: [400], fields: ['types'] }),
      'a twenty-first one': async (shop) => {
        const made = [];
        for (let number = 0; number < 20; ++number) {
          const { status, body } = await shop.call('addEndpoint', { params: of(shop), body: { url, enabled: false } });
          if (status === 201) made.push(body.endpoint_id);
        }
        const request = { params: of(shop), body: { url }, statuses: [409], fields: ['endpoint'] };
        shop.crowd = made;
        return request;
      },
    },
  },
  {
    of: 'removeEndpoint',
    good: {
      'one of many': (shop) => ({ params: of(shop, { endpoint: shop.crowd.pop() }), status: 204 }),
      'the others': async (shop) => {
        const last = shop.crowd.pop();
        for (const one of shop.crowd) await shop.call('removeEndpoint', { params: of(shop, { endpoint: one }) });
        return { params: of(shop, { endpoint: last }), status: 204 };
      },
    },
    base: (shop) => ({ params: of(shop, { endpoint: nobody }) }),
    bad: strangers(),
  },
  {
    of: 'listEndpoints',
    good: {
      'an account': (shop) => ({
        params: of(shop),
        see: ({ items }) => assert.ok(items.some(({ endpoint_id }) => endpoint_id === shop.endpoint) && !JSON.stringify(items).includes('whsec_')),
      }),
    },
    bad: { 'an account of nobody': () => ({ params: { account: nobody }, statuses: [404], fields: ['account'] }) },
  },
  {
    of: 'getEndpoint',
    good: { 'its id': (shop) => ({ params: endpoint(shop), see: (body) => assert.equal(body.url, url) }) },
    bad: strangers(),
  },
  {
    of: 'changeEndpoint',
    good: {
      'a description': (shop) => ({
        params: endpoint(shop),
        body: { description: 'Statistics' },
        see: (body) => assert.ok(body.description === 'Statistics' && body.url === url && body.enabled),
      }),
      'all that can be said': (shop) => ({
        params: endpoint(shop),
        body: { url, description: '', types: [], enabled: true },
        see: (body) => assert.ok(body.description === '' && body.enabled && body.disabled_because === null),
      }),
    },
    bad: {
      ...strangers({}),
      'an address that is none': (shop) => ({ params: endpoint(shop), body: { url: 'example' }, statuses: [400], fields: ['url'] }),
    },
  },
  {
    of: 'revealEndpointSecret',
    good: { 'its id': (shop) => ({ params: endpoint(shop), see: (body) => assert.equal(body.secret, shop.secret) }) },
    bad: strangers(),
  },
  {
    of: 'rotateEndpointSecret',
    good: {
      'its id': (shop) => ({
        params: endpoint(shop),
        see: (body) => assert.ok(body.secret !== shop.secret && Date.parse(body.old_secret_ends_at) > Date.now(), JSON.stringify(body)),
      }),
    },
    bad: strangers(),
  },
  {
    of: 'testEndpoint',
    good: {
      'its id': (shop) => ({
        params: endpoint(shop),
        status: 202,
        see: ({ message_id }) => {
          shop.message = message_id;
        },
      }),
    },
    bad: { ...strangers(), ...disabled() },
  },
  {
    of: 'listMessages',
    good: {
      'an account': (shop) => ({ params: of(shop), see: ({ items }) => assert.ok(items.some(({ message_id }) => message_id === shop.message)) }),
      'an endpoint, a type, a state and a place': async (shop) => {
        const isTried = (rows) => rows.some(({ message_id, attempts }) => message_id === shop.message && attempts > 0);
        for (const deadline = Date.now() + 10_000; Date.now() < deadline && !isTried(await sendingsOf(shop)); ) await new Promise((resolve) => setTimeout(resolve, 50));
        return {
          params: of(shop),
          query: { endpoint: shop.endpoint, type: 'endpoint.test', state: 'pending', limit: 1, before: `msg_${'f'.repeat(32)}.1` },
          see: ({ items, next }) => {
            assert.match(items[0].reason, /private network/);
            assert.ok(next === `${shop.message}.${shop.endpoint}`, next);
          },
        };
      },
    },
    bad: {
      'an account of nobody': () => ({ params: { account: nobody }, statuses: [404], fields: ['account'] }),
      'a place that is none': (shop) => ({ params: of(shop), query: { before: 'x' }, statuses: [400], fields: ['before'] }),
    },
  },
  {
    of: 'getMessage',
    good: {
      'its id': (shop) => ({
        params: message(shop),
        see: ({ payload, sendings }) => {
          assert.equal(payload.type, 'endpoint.test');
          assert.equal(payload.data.endpoint_id, shop.endpoint);
          assert.equal(sendings[0].tries[0].status, 0);
        },
      }),
    },
    base: (shop) => ({ params: message(shop) }),
    statuses: [400, 404],
    bad: {
      'a message that there is not': (shop) => ({ params: of(shop, { message: nothing }), statuses: [404], fields: ['message'] }),
    },
  },
  {
    of: 'replayMessage',
    good: {
      'to all that it was for': (shop) => ({ params: message(shop), body: {}, see: ({ count }) => assert.equal(count, 1) }),
      'to one': (shop) => ({ params: message(shop), body: { endpoint_id: shop.endpoint }, see: ({ count }) => assert.equal(count, 1) }),
    },
    statuses: [400, 404],
    bad: {
      'a message that there is not': (shop) => ({ params: of(shop, { message: nothing }), body: {}, statuses: [404], fields: ['message'] }),
      'an endpoint of nobody': (shop) => ({ params: message(shop), body: { endpoint_id: nobody }, statuses: [404], fields: ['endpoint_id'] }),
      'an endpoint that is disabled': (shop) => ({ params: message(shop), body: { endpoint_id: shop.sleeper }, statuses: [409], fields: ['endpoint_id'] }),
    },
  },
  {
    of: 'recoverEndpoint',
    good: { 'a time': (shop) => ({ params: endpoint(shop), body: { since: '2026-01-01T00:00:00Z' }, see: ({ count }) => assert.equal(count, 0) }) },
    bad: { ...strangers({ since: '2026-01-01T00:00:00Z' }), ...disabled({ since: '2026-01-01T00:00:00Z' }) },
  },
];
