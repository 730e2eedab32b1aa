// What the program writes and says anywhere but in its store, after a story full of personal data and secrets: nothing of them.
// What docs/security.md allows by name is allowed here by name, too.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startOwnServers } from '../browser/servers.mjs';
import { alertSecrets, manners, startAlertReceivers } from './alert_receivers.mjs';
import { withoutKnown } from './known.mjs';
import { formsOf, leaksIn, people, personal } from './needles.mjs';
import { secretsOf, tellStory } from './story.mjs';
import { call, sent, until } from './wire.mjs';

const run = promisify(execFile);
const bin = process.env.KASSABRO_BIN ?? new URL('../../build/release/bin', import.meta.url).pathname;
const ofPeople = Object.fromEntries(
  Object.entries(people).flatMap(([who, person]) =>
    Object.entries(personal(person)).map(([what, texts]) => [`${what} of the ${who}`, texts]),
  ),
);

describe('The search for leaks', () => {
  const needles = { ...ofPeople, token: ['kt_planted-token'] };
  it('finds everything in all its forms', () => {
    for (const [name, spellings] of Object.entries(needles))
      for (const form of spellings.flatMap(formsOf))
        assert.ok(leaksIn(`level=info text="${form}" more`, needles).includes(name), `${name}: ${form}`);
  });
  it('finds what stands within a base64 of more', () => {
    for (const before of ['', 'a', 'ab', 'abc:'])
      assert.deepEqual(leaksIn(Buffer.from(`${before}kt_planted-token:x`).toString('base64'), needles), ['token']);
  });
  it('finds nothing where nothing is', () =>
    assert.deepEqual(leaksIn('request spi=v1 operation=contacts status=200 peer=127.0.0.1', needles), []));
});

for (const [level, manner] of [
  ['info', manners.answers],
  ['debug', manners.hangsUp],
]) {
  let receivers, servers, story, needles;
  const holdsNothing = (text, what) => assert.deepEqual(leaksIn(text, needles), [], `${what} tells:\n${linesOf(text, needles)}`);

  describe(`After a day at log.level=${level}`, { concurrency: false }, () => {
    before(async () => {
      receivers = await startAlertReceivers(manner);
      servers = await startOwnServers({ 'log.level': level, 'outbound.allow': '127.0.0.1' }, receivers.settings);
      story = await tellStory(servers);
      needles = { ...ofPeople, ...(await secretsOf(story)), ...alertSecrets };
    });
    after(async () => {
      await story?.receiver.stop();
      await servers?.stop();
      await receivers?.stop();
    });

    it('has all of it in the store, and has told Rule', () => hasHappened(story));
    it('logs none of it', async () => holdsNothing(withoutKnown(await logOf(servers)), 'the log'));
    it('shows none of it as metrics', async () => holdsNothing((await call(`${servers.adminUrl}/metrics`, 'GET')).text, '/metrics'));
    it('lets the doctor tell none of it', async () => holdsNothing(withoutKnown(await doctorOf(servers)), 'kassabro doctor'));
    it('keeps none of it in the audit log', async () => holdsNothing(await auditOf(story), 'the audit log'));
    it('answers others with none of it', () => {
      assert.ok(story.toldToOthers.length > 50);
      for (const text of story.toldToOthers) holdsNothing(text, 'an answer');
    });
    it('has none of it among arguments and environment', async () => {
      for (const file of ['cmdline', 'environ']) holdsNothing(await readFile(`/proc/${servers.pid}/${file}`, 'utf8'), file);
    });
    it('lets a command that reads keys from files show none of them', () => {
      assert.match(story.others.seenOfCommands, /--rule-api-key\0@/);
      holdsNothing(story.others.seenOfCommands, 'the list of processes');
    });
    it('tells an integrator no secret, but what its own makes of a message', async () => {
      assert.ok(story.receiver.taken.length > 2);
      assert.deepEqual(leaksIn(JSON.stringify(story.receiver.taken), { ...(await secretsOf(story)), ...alertSecrets }), []);
    });
    it('tells of no secret in what it leaves beside the store', async () => holdsNothing(await besideTheStore(servers), 'a file'));
    it('names no file by it', async () => holdsNothing((await readdir(servers.data, { recursive: true })).join('\n'), 'a file name'));
    it('has no secret in the clear in its store', async () =>
      assert.deepEqual(leaksIn(await storeOf(servers), await secretsOf(story)), [], 'the store holds'));
    it('leaves no file that was imported', async () => assert.deepEqual(await readdir(path.join(servers.data, 'uploads')), []));
    it('calls no address that holds it, but where Rule has no other way to find a person', async () => {
      const asked = (await addressesOf(servers)).filter((line) => !isLookUp(line));
      assert.ok(asked.length > 20);
      holdsNothing(asked.join('\n'), 'an address');
    });
  });
}

/** Without this all the rest would say nothing. */
async function hasHappened({ servers, key }) {
  const dump = JSON.stringify(await sent(`${servers.sandboxUrl}/control/rule/accounts/${key}/dump`, 'GET'));
  const { registered } = people;
  for (const text of [registered.email.toLowerCase(), registered.mobile, registered.first])
    assert.ok(dump.toLowerCase().includes(text.toLowerCase()), `Rule has no ${text}`);
  const found = leaksIn(await storeOf(servers), ofPeople);
  for (const name of ['e-mail of the registered', 'mobile of the registered', 'personal_id of the registered'])
    assert.ok(found.includes(name), `the store has no ${name}`);
}

async function storeOf({ data }) {
  const names = (await readdir(data)).filter((name) => name.startsWith('kassabro.db'));
  return (await Promise.all(names.map((name) => readFile(path.join(data, name), 'latin1')))).join('\n');
}

/** What lies there, but the store, what the operator wrote, and the two files that are a secret. */
async function besideTheStore({ data }) {
  const itself = ['secret.key', 'admin.token', 'kassabro.toml', 'kassabro.log', 'kassabro-sandbox.log'];
  const names = (await readdir(data)).filter((name) => name !== 'uploads' && !name.startsWith('kassabro.db') && !itself.includes(name));
  for (const name of ['kassabro.lock', 'admin.password', 'admin.access']) assert.ok(names.includes(name), `there is no ${name}`);
  return (await Promise.all(names.map((name) => readFile(path.join(data, name), 'latin1')))).join('\n');
}

/** All lines up to now: the last call has a method that no other has. */
async function logOf({ kassabroUrl, data }) {
  await call(`${kassabroUrl}/sitoo/v1/contacts`, 'MARK');
  let log;
  const isWritten = async () => (log = await readFile(path.join(data, 'kassabro.log'), 'utf8')).includes('method=MARK');
  await until('the log is written, and alerts have been tried', async () => (await isWritten()) && log.includes('alerts_not_sent by=mail'));
  for (const event of [
    'request spi=v1',
    'request spi=v2',
    'request spi=events',
    'delivery id=',
    'order_fetch ',
    'unmatched_path',
    'alert ',
    'webhook account=',
    'alerts_not_sent by=webhook',
    'alerts_not_sent by=mail',
  ])
    assert.ok(log.includes(event), `the log has no "${event}"`);
  return log;
}

async function doctorOf({ data }) {
  const told = [];
  for (const more of [[], ['--json']])
    // It ends with 1 where something is wrong with the machine; what it says is asked for all the same.
    told.push((await run(path.join(bin, 'kassabro'), ['--set', `data.dir=${data}`, ...more, 'doctor']).catch((ended) => ended)).stdout);
  for (const ailment of ['parked_delivery', 'parked_fetch', 'bonus_field', 'quarantined'])
    assert.ok(told[0].includes(ailment), `the doctor sees no ${ailment}: ${told[0]}`);
  return told.join('\n');
}

async function auditOf({ servers, admin, account }) {
  const told = [];
  for (const query of ['', `&account=${account.account_id}`])
    told.push((await call(`${servers.adminUrl}/api/v1/audit?limit=1000${query}`, 'GET', undefined, admin)).text);
  for (const action of ['POST /api/v1/session', '/erase'])
    assert.ok(told.join().includes(action), `the audit log has no ${action}: ${told}`);
  return told.join('\n');
}

async function addressesOf({ sandboxUrl }) {
  const { items } = await sent(`${sandboxUrl}/control/calls?limit=100000`, 'GET');
  return items
    .filter(({ system }) => system === 'rule' || system === 'sitoo')
    .map(({ method, path: place, query }) => `${method} ${place}?${query}`);
}

/** contracts/rule-api.md: a person is found by what stands in the address (docs/security.md). */
const isLookUp = (line) => /^(GET|DELETE) \/v2\/subscribers\/[^/?]+\?identified_by=(email|phone_number)$/.test(line);

const linesOf = (text, needles) =>
  text
    .split('\n')
    .filter((line) => leaksIn(line, needles).length > 0)
    .slice(0, 5)
    .join('\n')
    .slice(0, 2_000);
