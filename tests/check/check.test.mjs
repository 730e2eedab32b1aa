// `kassabro check` finds each fault that is planted in a server, tells it by the case's name, as text and as JUnit XML, and finds none in a
// server without one; nor in our own.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { command, startOwnServers } from '../browser/servers.mjs';
import { connectShop } from '../browser/shop.mjs';
import { faults } from './faults.mjs';

const program = path.join(process.env.KASSABRO_BIN, 'kassabro');
const server = fileURLToPath(new URL('wrong_server.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'kassabro-check-'));
after(() => rmSync(folder, { recursive: true }));

const credentials = { v1: ['--token', 'secret'], v2: ['--user', 'till', '--password', 'secret'], events: ['--user', 'till', '--password', 'secret'] };
const holder = { v1: ['--bonus-check-customer', 'holder@example.com'], v2: ['--bonus-check-customer', 'holder@example.com'], events: [] };

async function withServer(fault, work) {
  const child = spawn(process.execPath, fault ? [server, fault] : [server], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const url = await new Promise((resolve, reject) => {
      child.stdout.once('data', (text) => resolve(String(text).trim()));
      child.once('exit', () => reject(new Error('the server did not start')));
    });
    return await work(url);
  } finally {
    child.stdin.end();
  }
}

function check(contract, url, more = []) {
  const junit = path.join(folder, `${contract}.xml`);
  const { status, stdout, stderr } = spawnSync(program, ['check', contract, '--url', url, '--junit', junit, ...more], { encoding: 'utf8' });
  assert.ok(status === 0 || status === 1, stderr);
  return { status, text: stdout, junit };
}

/** What an XML parser finds; it throws where the file is none. */
const xpath = (file, expression) => execFileSync('xmllint', ['--xpath', expression, file], { encoding: 'utf8' }).trim();
const names = (file, element) =>
  xpath(file, `count(//testcase[${element}])`) === '0' ? [] : [...xpath(file, `//testcase[${element}]/@name`).matchAll(/name="([^"]*)"/g)].map(([, name]) => name);

const marked = (text, mark) => text.split('\n').filter((line) => line.startsWith(mark));

for (const contract of ['v1', 'v2', 'events'])
  test(`${contract}: a server without a fault holds in everything, and nothing is passed over`, () =>
    withServer('', (url) => {
      const { status, text, junit } = check(contract, `${url}/${contract}`, [...credentials[contract], ...holder[contract]]);
      assert.equal(status, 0, text);
      assert.deepEqual([...marked(text, 'FAILED'), ...marked(text, 'advice'), ...marked(text, 'skipped')], [], text);
      assert.equal(xpath(junit, 'string(/testsuite/@failures)'), '0');
      assert.ok(Number(xpath(junit, 'count(//testcase)')) > 5);
    }));

for (const { name, contracts, found, as } of faults)
  for (const contract of contracts)
    test(`${contract}: ${name} is found by "${found.source}", ${as}`, () =>
      withServer(name, (url) => {
        const { status, text, junit } = check(contract, `${url}/${contract}`, [...credentials[contract], ...holder[contract]]);
        const mark = as === 'failed' ? 'FAILED' : 'advice';
        assert.ok(marked(text, mark).some((line) => found.test(line)), text);
        assert.equal(status, as === 'failed' ? 1 : 0, text);
        assert.ok(names(junit, as === 'failed' ? 'failure' : 'skipped').some((each) => found.test(each)), readFileSync(junit, 'utf8'));
        assert.equal(xpath(junit, 'string(/testsuite/@failures)'), String(marked(text, 'FAILED').length));
      }));

test('without somebody who has a bonus check, redemptions are passed over and say why', () =>
  withServer('spent-twice', (url) => {
    const { status, text } = check('v1', `${url}/v1`, credentials.v1);
    assert.equal(status, 0, text);
    assert.match(text, /skipped POST \/contacts\/\{id\}\/redeem[^\n]*\n[^\n]*--bonus-check-customer/);
  }));

test('our own server holds in everything, redemptions too', async () => {
  const servers = await startOwnServers();
  try {
    await connectShop(servers, 'vera@webb.se');
    const { account_id } = command(servers, ['account', 'list']).items[0];
    const account = command(servers, ['account', 'show', account_id]);
    const basic = ['--user', account.basic_user, '--password', account.basic_password];
    const vera = ['--bonus-check-customer', 'vera@webb.se'];
    for (const [contract, url, more] of [
      ['v1', `${servers.kassabroUrl}/sitoo/v1`, ['--token', account.api_token, ...vera]],
      ['v2', `${servers.kassabroUrl}/sitoo/v2`, [...basic, ...vera]],
      ['events', `${servers.kassabroUrl}/sitoo`, basic],
    ]) {
      const { status, text } = check(contract, url, more);
      assert.equal(status, 0, text);
      for (const mark of ['FAILED', 'advice', 'skipped']) assert.deepEqual(marked(text, mark), [], text);
    }
  } finally {
    await servers.stop();
  }
});
