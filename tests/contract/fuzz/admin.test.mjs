// Every operation of src/admin/openapi.yaml, asked by chance: good requests, requests with one thing wrong, bodies that are none,
// callers who may not. Whatever is asked, the answer comes soon, is one that the document knows, and blames what is wrong.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { operationsOf, readDocument } from '../document.mjs';
import { openShop, password } from '../shop.mjs';
import { strangers } from '../strangers.mjs';
import { strictFaults } from '../strict.mjs';
import { checkAdminAnswer, checkStatus, failuresIn, leadsElsewhere } from './judge.mjs';
import { isKnown } from './known.mjs';
import { fuzz, runs } from './options.mjs';
import { poolsOf } from './pools.mjs';
import { requestsOf, wireOf } from './requests.mjs';
import { send, sendBytes } from './send.mjs';
import { credentialsOf } from './till.mjs';

const document = readDocument();
const faultOf = strictFaults(document);
const operations = operationsOf(document);
const shop = await openShop(operations);
after(() => shop.close());
await shop.call('setPassword', { body: { password } }, {});
await shop.asPage();
const pools = await poolsOf(shop);

const ask = (operation, request, headers) => send(shop.servers.adminUrl, wireOf(operation, request, headers));
const textOf = ({ method }, { address, payload }) => `${method} ${address.slice(0, 300)} ${String(payload ?? '').slice(0, 300)}`;

async function askAsOne(operation, request) {
  const headers = operation.isOpen ? {} : shop.token;
  const answer = await ask(operation, request, headers);
  const said = textOf(operation, wireOf(operation, request, {}));
  const again = (other) => ask(operation, other, headers);
  await checkAdminAnswer({ document, faultOf, operation, request, answer, said, again });
  if (operation.id === 'changeAccount' && answer.status === 200) await checkTills(said);
}

/** Whatever settings were taken, tills go on. */
async function checkTills(said) {
  const { v1, v2 } = credentialsOf(shop.connection);
  const calls = { '/sitoo/v1/contacts': v1, '/sitoo/v1/consents': v1, '/sitoo/v2/customers': v2, '/sitoo/v2/consents': v2 };
  for (const [place, headers] of Object.entries(calls)) {
    const answer = await send(shop.servers.kassabroUrl, { method: 'GET', address: `${place}?key=anna@example.com`, headers });
    assert.equal(answer.status, 200, `${place} after ${said}: ${answer.text.slice(0, 300)}`);
  }
}

async function askAsStranger(operation, { request, headers }) {
  const answer = await ask(operation, request, headers);
  checkStatus(answer, textOf(operation, wireOf(operation, request, {})));
  // An address that is spoilt may lead nowhere, or elsewhere.
  const known = leadsElsewhere(request) ? [401, 404, 405, 429, 431] : [401, 429, 431];
  assert.ok(known.includes(answer.status), `a stranger is answered ${answer.status}: ${answer.text.slice(0, 300)}`);
}

/** The shop itself must outlive the test. */
const spares = (operation) => (request) =>
  operation.id !== 'removeAccount' || !String(request.params.account?.raw ?? request.params.account).startsWith(shop.account);

/** Where a call costs a hash of a password, twenty calls to Rule, or a file: less often. */
const flows = ['planAutomations', 'applyAutomations', 'removeAutomations', 'previewAutomation', 'testFeeds'];
const dear = ['signIn', 'uploadImport', 'stageImport', 'applyImport', 'undoImport', ...flows];
const countOf = ({ id }) => (dear.includes(id) ? Math.ceil(runs / 3) : runs);

describe('The admin API, asked by chance', { concurrency: false }, () => {
  for (const operation of operations) {
    const requests = requestsOf(document, operation, pools(operation.id))
      .filter(spares(operation))
      .filter((request) => !isKnown(operation.id)(request));
    it(`answers as it should whatever is asked of ${operation.id}`, () =>
      fuzz(operation.id, requests, (request) => askAsOne(operation, request), countOf(operation)));
    if (operation.isOpen) continue;
    const callers = fc.constantFrom(...strangers(operation).map(([, { headers }]) => headers(shop.session)));
    const foreign = fc.record({ request: requests, headers: callers });
    it(`lets no stranger call ${operation.id}`, () =>
      fuzz(`strangers ${operation.id}`, foreign, (asked) => askAsStranger(operation, asked), Math.ceil(runs / 5)));
  }

  it('refuses a body that is too large before it has come', async () => {
    const head = `POST /api/v1/imports/upload HTTP/1.1\r\nHost: x\r\nContent-Length: ${(64 << 20) + 1}\r\n\r\n`;
    assert.match(await sendBytes(shop.servers.adminUrl, Buffer.from(head)), /^HTTP\/1\.1 413 /);
  });

  it('has failed nowhere inside', async () => {
    assert.deepEqual(await failuresIn(shop.servers), []);
  });
});
