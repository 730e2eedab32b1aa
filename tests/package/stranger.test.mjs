// Somebody who has never seen it: installs the package on a fresh Debian, connects a shop as docs/getting-started.md says, sells, and then
// everything breaks that may. What the tills are answered, what doctor, list and metrics say of it, and that what helps is what they say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { cleanDebian, freePort, hasEnded, Installed, purge, unmountData, writeSettings } from './installed.mjs';
import { startRule } from './rule.mjs';

let debian, installed, rule, url, adminUrl, key, diskTrouble;
let people = 0;

before(async () => {
  debian = cleanDebian();
  installed = new Installed(debian);
  rule = await startRule();
  key = await rule.newKey('Sitoo');
});
after(async () => {
  await installed?.stop();
  await rule?.stop();
  unmountData(debian);
  purge(debian);
});

async function until(what, isSo, seconds = 120) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) if (await isSo()) return;
  assert.fail(`this has not come: ${what}`);
}

/** A till's call; {status, text}. */
async function till(method, place, body) {
  const answer = await fetch(`${url}/sitoo/v1${place}`, { method, headers: { Authorization: `Bearer ${key}` }, body: body && JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}

const register = (email) => till('POST', '/contacts', { email, namefirst: 'Anna' });
const search = (email) => till('GET', `/contacts?key=${encodeURIComponent(email)}`);
const sell = (email, order) =>
  till('POST', '/transactions', {
    orderid: order, email, moneytotal_gross_all: '100.00',
    orderitems: [{ sku: 'S1', productname: 'Shirt', quantity: 1, vatvalue: 25, moneyitemtotal_net: '80.00', moneyitemtotal_vat: '20.00' }],
  });

/** Registers somebody new and sells to them: both are answered 200. {email, order}. */
async function sale() {
  const one = { email: `customer${++people}@shop.example`, order: 5000 + people };
  assert.equal((await register(one.email)).status, 200);
  assert.equal((await sell(one.email, one.order)).status, 200);
  return one;
}
async function arrives(sales) {
  let missing;
  const isThere = (known, one) => known.includes(`"${one.email}"`) && known.includes(`"${one.order}"`);
  await until('all is in Rule', async () => {
    const known = await rule.knows();
    missing = sales.filter((one) => !isThere(known, one));
    return missing.length === 0;
  }).catch(async (error) => {
    const { stdout } = await installed.tried(['outbox', 'list']);
    assert.fail(`${error.message}: ${JSON.stringify(missing)}\n${stdout}`);
  });
}

const accounts = async () => JSON.parse((await installed.tried(['--json', 'account', 'list'])).stdout).items;
/** The doctor's troubles with this code; it ends with 1 as soon as one of any is an error. */
async function troubles(code) {
  const { status, stdout } = await installed.tried(['--json', 'doctor']);
  const found = JSON.parse(stdout).troubles;
  assert.equal(status, found.some(({ severity }) => severity === 'error') ? 1 : 0, stdout);
  return found.filter((trouble) => !code || trouble.code === code);
}
const metrics = async () => (await fetch(`${adminUrl}/metrics`)).text();
const gauge = async (name) => Number((await metrics()).split('\n').find((line) => line.startsWith(`${name} `))?.slice(name.length));

/** The page that an alert leads to, of those that are installed. */
function page(alert) {
  const rules = debian.read('usr/share/doc/kassabro/deploy/monitoring/alerts.yml');
  const rule = new RegExp(`- alert: ${alert}$[\\s\\S]*?^ +runbook: "/(.*)#(.*)"$`, 'm').exec(rules);
  assert.ok(rule, `there is no alert ${alert}`);
  const [, file, place] = rule;
  const text = debian.read(file).split(/^## /m).find((each) => each.split('\n')[0].toLowerCase() === place);
  assert.ok(text, `${file} has no page ${place}, to which ${alert} leads`);
  return text;
}

test('it is installed, set up and started', async () => {
  debian.install(process.env.KASSABRO_DEB);
  diskTrouble = giveASmallDisk();
  const [listen, adminListen] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  [url, adminUrl] = [`http://${listen}`, `http://${adminListen}`];
  writeSettings(debian, {
    'public.listen': listen, 'public.base_url': 'https://till.example.com', 'admin.listen': adminListen, 'rule.base_url': rule.apiUrl, 'sitoo.base_url': rule.sitooUrl,
  });
  await installed.start(url);
  const errors = (await troubles()).filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors, [], 'the doctor finds nothing that would keep it from working');
});

test('the shop is there with the first call of a till, and what it sells is seen in Rule', async () => {
  assert.deepEqual(await accounts(), []);
  await arrives([await sale(), await sale()]);
  assert.deepEqual((await accounts()).map(({ status }) => status), ['active']);
  assert.match((await search('customer1@shop.example')).text, /customer1@shop\.example/);
  const known = await rule.knows();
  for (const word of ['Sitoo-Customer', 'OrderCompleted', 'Sitoo-Contact', 'Sitoo-Order']) assert.ok(known.includes(word), `Rule has no ${word}`);
});

test('Rule refuses the key: tills go on, everything says so, and with a new key what waited arrives', async () => {
  await rule.ask('POST', '/control/keys', { key, valid: false });
  const sales = [await sale(), await sale()];
  await until('the account shows it', async () => (await accounts())[0].status === 'key_refused');
  sales.push(await sale());
  const [{ account_id: account }] = await accounts();
  const [trouble] = await troubles('rule_key_refused');
  assert.match(trouble.fix, new RegExp(`kassabro account set ${account} --rule-api-key -`));
  await until('the metrics show it', async () => (await gauge('kassabro_accounts{status="key_refused"}')) === 1);
  assert.match(page('KassabroKeyRefused'), /account set A --rule-api-key -/);
  const words = /kassabro (account set \d+ --rule-api-key -)$/.exec(trouble.fix)[1].split(' ');  // as the doctor says
  const set = await installed.tried(words, `${await rule.newKey('Kassabro')}\n`);
  assert.equal(set.status, 0, set.stderr);
  await arrives(sales);
  assert.equal((await accounts())[0].status, 'active');
  assert.deepEqual(await troubles('rule_key_refused'), []);
  await until('the metrics show it', async () => (await gauge('kassabro_accounts{status="key_refused"}')) === 0);
  await arrives([await sale()]);  // with the key of before as the till's token
});

test('nobody answers where Rule was: tills go on, everything says so, and when it is back what waited arrives', async () => {
  await rule.shut();
  const sales = [await sale(), await sale()];
  await until('the metrics show it', async () => (await gauge('kassabro_deliveries_waiting')) > 0);
  assert.ok((await gauge('kassabro_deliveries_waiting_since_timestamp_seconds')) > 0);
  const found = await troubles('remote_unreachable');
  assert.ok(found.some(({ subject, severity }) => subject.includes(rule.apiUrl) && severity === 'error'), JSON.stringify(found));
  assert.match(page('KassabroRuleDoesNotTakeDeliveries'), /Rule does not answer/);
  assert.match(page('KassabroDeliveriesWait'), /KassabroRuleDoesNotTakeDeliveries/);
  await rule.open();
  await arrives(sales);
  await until('the metrics show it', async () => (await gauge('kassabro_deliveries_waiting')) === 0);
  assert.deepEqual(await troubles('remote_unreachable'), []);
});

test('the disk is full: tills are refused and search on, everything says so, and when there is room nothing is lost', async (t) => {
  if (diskTrouble) return t.skip(diskTrouble);
  assert.deepEqual(await troubles('disk_full'), []);
  const taken = [];
  fillTheDisk();
  await until('tills are refused', async () => {
    const one = { email: `late${++people}@shop.example`, order: 5000 + people };
    const answers = [await register(one.email), await sell(one.email, one.order)];
    for (const { status, text } of answers) assert.ok(status === 200 || status === 503, `${status} ${text}`);
    if (answers.every(({ status }) => status === 200)) taken.push(one);
    return answers.every(({ status }) => status === 503);
  });
  assert.equal((await search('customer1@shop.example')).status, 200);
  assert.match(installed.server.log, /request_failed .*The disk is full/);
  const [trouble] = await troubles('disk_full');
  assert.equal(trouble?.severity, 'error');
  assert.match(await metrics(), /kassabro_http_requests_total\{[^}]*listener="public"[^}]*status="503"\} [1-9]/);
  await until('the metrics show it', async () => (await gauge('kassabro_disk_free_bytes')) < 200 * 1024 * 1024);
  assert.match(page('KassabroTillsRefused'), /The disk is full/);
  assert.match(page('KassabroDiskScarce'), /answered 503/);
  rmSync(filler());
  await until('tills are taken again', async () => (await register(`room${people}@shop.example`)).status === 200);
  assert.ok(!hasEnded(installed.server), 'without a restart');
  await arrives([...taken, await sale()]);
  assert.deepEqual(await troubles('disk_full'), []);
});

/** A disk of its own for the data, of 400 MiB. Why there is none; undefined when there is. */
function giveASmallDisk() {
  debian.run('install', '-d', '/var/lib/kassabro');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', installed.dataPath], { stdio: ['ignore', 'ignore', 'pipe'] });
    return undefined;
  } catch (error) {
    return `no disk of its own could be mounted for the data: ${error.stderr}`;
  }
}
const filler = () => `${installed.dataPath}/filler`;

/** To the last byte. */
function fillTheDisk() {
  const file = openSync(filler(), 'w');
  for (let piece = Buffer.alloc(1 << 20); piece.length > 0; )
    try {
      if (writeSync(file, piece) < piece.length) throw Object.assign(new Error(), { code: 'ENOSPC' });
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
      piece = piece.subarray(0, piece.length >> 1);
    }
  closeSync(file);
}
