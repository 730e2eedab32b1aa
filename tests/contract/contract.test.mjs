// Every operation of src/admin/openapi.yaml, asked of a real server, with good requests and with bad ones: does it answer as that
// file says? What is asked stands in cases/, a file for each tag (cases/index.mjs says how), and what
// follows from the file alone in derived.mjs and strangers.mjs.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { checkAnswer, checkRefusal } from './answer.mjs';
import { caseTables } from './cases/index.mjs';
import { call } from './caller.mjs';
import { derivedBad } from './derived.mjs';
import { operationsOf, readDocument } from './document.mjs';
import { requestFault } from './request.mjs';
import { openShop } from './shop.mjs';
import { strangers } from './strangers.mjs';
import { strictFaults } from './strict.mjs';

const document = readDocument();
const operations = operationsOf(document);
const byId = new Map(operations.map((operation) => [operation.id, operation]));
const faultOf = strictFaults(document);
const answered = new Set();

// Before anything is defined: without a shop there is one failure to read, not one for each case.
const shop = await openShop(operations);
after(() => shop.close());

describe('The admin API, held to its document', { concurrency: false }, () => {
  const named = new Set();
  for (const [tag, table] of Object.entries(caseTables)) {
    describe(tag, () => {
      for (const entry of table) {
        const operation = byId.get(entry.of);
        if (!operation) it(`${entry.of} is an operation of the document`, () => assert.fail(`there is no operation ${entry.of}`));
        else describe(entry.of, () => defineCases(operation, entry, !named.has(entry.of)));
        named.add(entry.of);
      }
    });
  }

  for (const { id, tag } of operations)
    it(`has cases for ${id}`, () => assert.ok(named.has(id), `${id} has no cases: add them to cases/${tag}.mjs`));

  for (const { id, responses } of operations)
    for (const status of Object.keys(responses).filter((one) => one !== 'default'))
      it(`has seen ${id} answer ${status}`, () => assert.ok(answered.has(`${id} ${status}`), `no case of ${id} is answered ${status}`));

  it('is told of as it stands in the file', async () => {
    const told = await (await fetch(`${shop.servers.adminUrl}/api/v1/openapi.json`)).json();
    assert.ok(isDeepStrictEqual(told, document), 'the server has an older document: its pages were not built after openapi.yaml');
  });

  it('refuses a path that the document does not name', async () => {
    checkRefusal(faultOf, ...(await asked('GET', '/api/v1/nowhere')), { statuses: [404], fields: [] });
  });

  for (const path of Object.keys(document.paths))
    it(`refuses PUT ${path}`, async () => {
      checkRefusal(faultOf, ...(await asked('PUT', path)), { statuses: [405], fields: [] });
    });

  function defineCases(operation, entry, isFirst) {
    const { good = {}, bad = {}, base = Object.values(good)[0] } = entry;
    for (const [name, make] of Object.entries(good)) it(`takes ${name}`, () => checkGood(operation, make));
    if (isFirst && !operation.isOpen) for (const [name, stranger] of strangers(operation)) it(`refuses ${name}`, () => checkStranger(operation, stranger));
    for (const [name, make] of Object.entries(bad)) refusal(operation, name, async () => make(shop));
    if (!isFirst) return;
    for (const { name, change, statuses, fields } of derivedBad(document, operation))
      refusal(operation, name, async () => ({ ...change(requestOf(await base(shop))), statuses: entry.statuses ?? statuses, fields }));
  }

  async function checkGood(operation, make) {
    const { as = operation.isOpen ? {} : shop.token, status = 200, see, ...request } = await make(shop);
    assert.equal(requestFault(document, faultOf, operation, request), null, 'the request is not as the document says');
    const answer = await shop.call(operation.id, request, as);
    checkAnswer(faultOf, operation, answer);
    assert.equal(answer.status, status, answer.text);
    answered.add(`${operation.id} ${status}`);
    await see?.(answer.body, answer);
  }

  async function checkStranger(operation, { headers, needsSession }) {
    const params = Object.fromEntries(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => [name, '1']));
    const answer = await shop.call(operation.id, { params }, headers(needsSession ? shop.session : undefined));
    checkRefusal(faultOf, operation, answer, { statuses: [401], fields: ['authorization'] });
  }

  function refusal(operation, name, make) {
    it(`refuses ${name}`, async () => {
      const { as = operation.isOpen ? {} : await shop.asPage(), statuses, fields = [], see, ...request } = await make();
      const answer = await shop.call(operation.id, request, as);
      answered.add(`${operation.id} ${answer.status}`);
      checkRefusal(faultOf, operation, answer, { statuses, fields });
      await see?.(answer.body, answer);
    });
  }
});

/** What the document does not describe, and the answer to it; refused as any operation's calls are. */
async function asked(method, path) {
  const operation = { method, path, responses: byId.get('listJobs').responses };
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, '1']));
  return [operation, await call(shop.servers.adminUrl, operation, { params }, shop.token)];
}

const requestOf = ({ as: _, status: _status, see: _see, ...request }) => request;
