// The wall clock jumps while tills sell and deliveries run: script/soak clock [--seed N] [--hold_s 8]
// Forwards and backwards, by minutes, hours and days, over the change to winter time and to summer time; each time some deliveries have
// just failed or were asked to wait, so that there is something that the jump could strand.
import { call, pause, until } from './calls.mjs';
import { checkAll } from './checker.mjs';
import { fakeClock, moveClock } from './clocks.mjs';
import { options, report, say } from './options.mjs';
import { randomFrom } from './random.mjs';
import { giveChecks, headersOf, key, orderText, register } from './shop.mjs';
import { sqliteStore } from './store.mjs';
import { openSystem, untilDelivered } from './system.mjs';
import { openTills } from './tills.mjs';

const wanted = options({ seed: 1, hold_s: 8, patience_s: 90 });
const [minute, hour, day] = [60, 3_600, 86_400];
const until_summer_2027 = Math.round((Date.UTC(2027, 2, 28, 0, 59, 57) - Date.now()) / 1000);
const until_winter_2027 = Math.round((Date.UTC(2027, 9, 31, 0, 59, 57) - Date.now()) / 1000);
const jumps = [
  ['a minute on', minute], ['a minute back', 0], ['three hours on', 3 * hour], ['and back', 0], ['three hours back', -3 * hour], ['right again', 0],
  ['two days on', 2 * day], ['and back', 0], ['two days back', -2 * day], ['right again', 0], ['into summer time', until_summer_2027],
  ['and back', 0], ['into winter time', until_winter_2027], ['right at last', 0],
];

const troubles = [
  { status: 503, count: 10 },
  { status: 429, retry_after: '5', count: 2 },
  { drop: true, count: 3 },
];

/** How long a sale of now takes to stand in Rule, in seconds; null: too long. */
async function timeToRule(system, id) {
  const began = performance.now();
  const sold = await call(system.nodes[0].port, 'POST', '/sitoo/v1/transactions', { headers: headersOf(key), body: orderText(id, 'probe@shop.se') });
  if (sold.status !== 200) throw new Error(`the probe was answered ${sold.status} ${sold.body}`);
  const isThere = async () => {
    const { subscribers } = await system.control('GET', `/rule/accounts/${key}/dump?only=probe@shop.se`);
    return JSON.stringify(subscribers).includes(`"${id}"`);
  };
  const found = await until(isThere, 'the probe', wanted.patience_s, 100).catch(() => null);
  return found ? (performance.now() - began) / 1000 : null;
}

const system = await openSystem('clock', { store: sqliteStore(), settings: { 'log.level': 'warn' }, env: (folder) => fakeClock(`${folder}/clock`) });
const [node] = system.nodes;
const checks = Array.from({ length: 10 }, (_, i) => ({ email: `shopper${i}@shop.se`, id: `B${i}`, value: '5000.00' }));
for (const check of checks) check.contact = await register(node.port, check.email);
const probe = { email: 'probe@shop.se', contact: await register(node.port, 'probe@shop.se'), registered: true, orders: [], consents: [] };
await giveChecks(system, checks);
const tills = openTills(3, { ports: [node.port], random: randomFrom(wanted.seed), checks, between_ms: 60 });
tills.journal.customers.set(probe.email, probe);
const faults = [];
let slowest_s = 0;
let number = 900_000_000;
for (const [i, [name, seconds]] of jumps.entries()) {
  await system.control('POST', '/faults', { system: 'rule', path: '/', ...troubles[i % troubles.length] });
  await pause(1_000);
  moveClock(`${system.folder}/clock`, seconds);
  probe.orders.push({ id: ++number, accepted: true });
  const took = await timeToRule(system, number);
  if (took === null) faults.push(`${name}: a sale did not come to Rule within ${wanted.patience_s} s`);
  slowest_s = Math.max(slowest_s, took ?? wanted.patience_s);
  say(`${name}: a sale came to Rule after ${took === null ? 'too long' : `${took.toFixed(1)} s`}`);
  tills.check();
  await pause(wanted.hold_s * 1000);
}
await system.control('DELETE', '/faults');
const journal = await tills.close();
await untilDelivered(system, 120).catch((failure) => faults.push(failure.message));
const checked = await checkAll(system, journal, checks);
faults.push(...checked.faults);
await system.close();
report('clock', { seed: wanted.seed, jumps: jumps.length, slowest_to_rule_s: slowest_s.toFixed(1), unanswered: journal.unanswered, ...checked.figures }, faults);
