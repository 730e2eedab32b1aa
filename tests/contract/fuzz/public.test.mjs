// The public listener, asked by chance: each call of the SPIs and of Sitoo's events, Rule's webhooks, receipts, and what is hardly HTTP.
// Nothing fails inside, nothing hangs, an error names what is wrong, and no event is refused for what it says.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { operationsOf, readDocument } from '../document.mjs';
import { openShop } from '../shop.mjs';
import { brokenHttp } from './broken_http.mjs';
import { checkBlame, checkStatus, failuresIn } from './judge.mjs';
import { isKnown } from './known.mjs';
import { fuzz, runs } from './options.mjs';
import { routesOf } from './routes.mjs';
import { addressOf, addressText, send, sendBytes } from './send.mjs';
import { basic, calls, credentialsOf, modelsFor, payloads } from './till.mjs';
import { anyText, rawParts } from './values.mjs';

const shop = await openShop(operationsOf(readDocument()));
after(() => shop.close());
const { connection, servers } = shop;
const origin = servers.kassabroUrl;
const mine = credentialsOf(connection);
const [anna] = (await shop.ask(`/api/v1/customers?account=${shop.account}&key=anna@example.com`)).items;
const aRoute = Math.ceil(runs / 4);

/** Sends, and holds the answer to what is true of all. Events are judged apart. */
async function ask(method, address, headers, payload) {
  const answer = await send(origin, { method, address, headers, payload });
  const said = `${method} ${address.slice(0, 300)} ${String(payload ?? '').slice(0, 300)}`;
  return { answer, said };
}

async function askTill(version, { method, path: template }, { call, payload }) {
  const address = addressOf(template, { id: call.id, check: call.check, promotion: call.check }, call.query);
  const { answer, said } = await ask(method, address, { ...call.headers, ...mine[version] }, method === 'GET' ? undefined : payload);
  checkStatus(answer, said);
  checkBlame({ payload: String(payload), ...call }, answer, said);
  if (answer.status < 300) assert.match(answer.contentType ?? '', /^application\/json/, said);
}

describe('The public listener, asked by chance', { concurrency: false }, () => {
  for (const version of ['v1', 'v2'])
    for (const route of routesOf(version)) {
      const id = `${route.method} ${route.path}`;
      const requests = fc
        .record({ call: calls([anna.contact_id]), payload: payloads(modelsFor(version, route.path)) })
        .filter((request) => !isKnown(id)(request));
      it(`answers as it should whatever is asked of ${id}`, () =>
        fuzz(id, requests, (request) => askTill(version, route, request), aRoute));
    }

  it('lets nobody in who shows a wrong token or password', () => {
    const routes = ['v1', 'v2'].flatMap((version) => routesOf(version).map((route) => ({ ...route, version })));
    // In the sandbox every key that begins with rk_ is somebody's.
    const word = fc.string({ unit: fc.constantFrom(...'kt_:= aZ0%ÿ'), maxLength: 60 }).map((text) => text.trim());
    const headers = fc.oneof(
      word.map((text) => ({ Authorization: text })),
      word.map((text) => ({ Authorization: `Bearer ${text}` })),
      word.map((text) => ({ 'X-API-Key': text })),
      fc.tuple(word, word).map(([user, password]) => basic(user, password)),
      fc.constant({}),
    );
    const request = fc.record({ route: fc.constantFrom(...routes), call: calls([anna.contact_id]), headers });
    return fuzz('strangers', request, async ({ route, call, headers: shown }) => {
      const address = addressOf(route.path, { id: anna.contact_id, check: 'B-1', promotion: 'p10' }, call.query);
      const { answer, said } = await ask(route.method, address, shown);
      assert.ok([401, 429, 431].includes(answer.status), `a stranger is answered ${answer.status}: ${said}: ${answer.text.slice(0, 300)}`);
    });
  });

  it('takes whatever Sitoo sends as events, or says later to whom it does not know', () => {
    const place = fc.constantFrom('/sitoo/events', '/sitoo/events/', '/sitoo/events/events', '/sitoo/events/x?y=%zz');
    const request = fc.record({
      place,
      method: fc.constantFrom('POST', 'PUT', 'GET', 'DELETE'),
      payload: payloads('events'),
      isOurs: fc.boolean(),
    });
    return fuzz('events', request, async ({ place: address, method, payload, isOurs }) => {
      const { answer, said } = await ask(method, address, isOurs ? mine.v2 : basic('a', 'b'), payload);
      assert.ok((isOurs ? [200] : [503, 429]).includes(answer.status), `${answer.status}: ${said}: ${answer.text}`);
    });
  });

  it('takes whatever comes by a webhook of Rule, or says what is wrong with it', () => {
    const addresses = Object.values(connection.webhook_urls).map((url) => new URL(url).pathname);
    const request = fc.record({
      address: fc.constantFrom(...addresses, addresses[0].slice(0, -3), '/rule/webhooks/x/y', '/rule/webhooks'),
      payload: payloads('webhooks'),
    });
    return fuzz('webhooks', request, async ({ address, payload }) => {
      const { answer, said } = await ask('POST', address, {}, payload);
      checkStatus(answer, said);
      checkBlame({ payload: String(payload) }, answer, said);
    });
  });

  it('shows no receipt to whoever guesses', () =>
    fuzz('receipts', fc.oneof(anyText, fc.constantFrom(...rawParts)), async (guess) => {
      const { answer, said } = await ask('GET', `/r/${addressText(guess)}`, {});
      assert.ok([404, 429, 431].includes(answer.status), `${answer.status}: ${said}`);
    }));

  it('refuses bodies and headers that are too large', async () => {
    const large = Buffer.alloc((1 << 20) + 1, 0x20);
    for (const { method, path: template } of [...routesOf('v1'), ...routesOf('v2')].filter(({ method }) => method !== 'GET')) {
      const { answer, said } = await ask(method, addressOf(template, { id: '1', check: '1', promotion: '1' }), mine.v1, large);
      assert.equal(answer.status, 413, said);
    }
    assert.equal((await ask('POST', '/sitoo/events', mine.v2, large)).answer.status, 503);
    assert.equal((await ask('GET', '/healthz', { A: 'x'.repeat(17_000) })).answer.status, 431);
  });

  for (const [name, url] of Object.entries({ public: origin, admin: servers.adminUrl }))
    it(`answers or closes whatever is said to the ${name} listener`, () =>
      fuzz(name, brokenHttp, async (bytes) => {
        const text = await sendBytes(url, bytes);
        const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
        for (const status of statuses) assert.ok(status < 500, `${status} for ${bytes.toString('latin1').slice(0, 300)}`);
      }));

  it('has failed nowhere inside, and lives', async () => {
    assert.deepEqual(await failuresIn(servers), []);
    assert.equal((await ask('GET', '/readyz', {})).answer.status, 200);
  });
});
