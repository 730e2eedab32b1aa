// Rule is down for seven days while a small and a larger shop sell on, then it is back: script/soak outage [--days 7]
// Kassabro and the sandbox live on one virtual clock, which is moved by a minute at a time. At the end of the outage it runs at the real
// pace for a minute, so that Rule's window holds what an outage leaves in it.
import { call, pause, until } from './calls.mjs';
import { checkAll } from './checker.mjs';
import { fakeClock } from './clocks.mjs';
import { options, report, say } from './options.mjs';
import { headersOf, orderText, register } from './shop.mjs';
import { sqliteStore } from './store.mjs';
import { openSystem, untilDelivered } from './system.mjs';
import { newJournal } from './tills.mjs';

const wanted = options({ days: 7, step_s: 60, customers: 300, per_step: 1 });
const error_share_max = 20;
const shops = [
  { token: 'rk_soak_larger_shop', customers: wanted.customers, every: 1, per_step: wanted.per_step },
  { token: 'rk_soak_small_shop', customers: 20, every: 144, per_step: 1 },
];

let orders = 0;
async function sell(port, shop, seconds) {
  const customers = [...shop.journal.customers.values()];
  for (let i = 0; i < shop.per_step; ++i) {
    const customer = customers[orders++ % customers.length];
    const order = { id: orders, accepted: false };
    customer.orders.push(order);
    const at = Math.floor(Date.now() / 1000) + seconds;
    const answer = await call(port, 'POST', '/sitoo/v1/transactions', { headers: headersOf(shop.token), body: orderText(order.id, customer.email, at) });
    if (answer.status !== 200) throw new Error(`order ${order.id}: ${answer.status} ${answer.body}`);
    order.accepted = true;
  }
}

/** Calls of Rule after the one with the id `after`: how many, and how many of them were answered with 4xx or 5xx. */
async function callsAfter(system, after) {
  const { items, last_id } = await system.control('GET', `/calls?system=rule&after=${after}&limit=100000`);
  return { count: items.length, errors: items.filter(({ status }) => status === 0 || status >= 400).length, last_id };
}
const lastCall = async (system) => (await callsAfter(system, 0)).last_id;

/** What Rule counts for the shop within its window: the percentage of errors, and of how many calls. */
async function windowOf(system, shop) {
  const answer = await fetch(`http://127.0.0.1:${system.sandbox.port}/rule/api/v2/sender/details`, { headers: headersOf(shop.token) });
  await answer.text();
  return { percent: Number(answer.headers.get('x-errorpercent-current')), calls: Number(answer.headers.get('requestscount-current')) };
}

// Two minutes at the real pace, then faster: what was tried shortly before may wait.
async function drain(system) {
  const left = () => Number(system.store.rows(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')`)[0][0]);
  const [began, windows] = [performance.now(), []];
  let [skipped_s, round] = [0, 0];
  await until(async () => {
    if (left() === 0) return true;
    if (performance.now() < began + 120_000) {
      // Seldom: what asks is itself a call that is answered.
      if (round++ % 5 === 0) for (const shop of shops) windows.push({ at: performance.now() - began, ...(await windowOf(system, shop)) });
      return false;
    }
    skipped_s += 30;
    await system.control('POST', '/clock', { advance_seconds: 30 });
    return false;
  }, 'everything delivered', 600, 1000);
  // Rule looks at no fewer calls than twenty; the outage itself is in its window for a minute.
  const counted = windows.filter(({ calls }) => calls >= 20);
  const above = counted.filter(({ percent }) => percent >= error_share_max).map(({ at }) => at / 1000);
  return { seconds: (performance.now() - began) / 1000 + skipped_s, above_s: Math.max(0, ...above) };
}

const system = await openSystem('outage', {
  store: sqliteStore(), settings: { 'log.level': 'warn' }, sandboxWords: (folder) => ['--clock-file', `${folder}/clock`], env: (folder) => fakeClock(`${folder}/clock`),
});
const [node] = system.nodes;
for (const shop of shops) {
  shop.journal = newJournal();
  for (let i = 0; i < shop.customers; ++i) {
    const email = `c${i}@${shop.token.replaceAll('_', '-')}.se`;
    const contact = await register(node.port, email, shop.token);
    shop.journal.customers.set(email, { email, contact, registered: true, orders: [], consents: [] });
  }
}
await untilDelivered(system);
say('Rule is down');
await system.control('POST', '/faults', { system: 'rule', path: '/', status: 503, count: 1_000_000_000 });
const steps = Math.round((wanted.days * 86_400) / wanted.step_s);
for (let step = 1; step <= steps; ++step) {
  await system.control('POST', '/clock', { advance_seconds: wanted.step_s });
  for (const shop of shops) if (step % shop.every === 0) await sell(node.port, shop, step * wanted.step_s);
  await pause(40); // the worker looks: it gathers for 25 ms
  if ((step * wanted.step_s) % 86_400 === 0) say(`day ${(step * wanted.step_s) / 86_400}: ${orders} sales, ${system.store.rows(`SELECT count(*) FROM outbox WHERE state = 'parked'`)[0]} parked`);
}
const attempts = system.store.rows(`SELECT max(attempts) FROM outbox WHERE state IN ('pending', 'parked')`)[0][0];
const before_minute = await lastCall(system);
await pause(60_000);
const minute = await callsAfter(system, before_minute);
const waiting = system.store.rows(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')`)[0][0];
await system.control('DELETE', '/faults');
say(`Rule is back; ${waiting} wait`);
const { seconds, above_s } = await drain(system);
const since = await callsAfter(system, minute.last_id);
const share = (100 * since.errors) / since.count;
const faults = [];
const figures = { delivered: 0, parked: 0 };
for (const shop of shops) {
  const checked = await checkAll(system, shop.journal, [], shop.token);
  faults.push(...checked.faults);
  for (const name of Object.keys(figures)) figures[name] += checked.figures[name];
}
if (figures.parked > 0) faults.push(`${figures.parked} deliveries were parked and wait for a person`);
if (share >= error_share_max) faults.push(`${share.toFixed(1)} % of ${since.count} calls failed after Rule was back`);
if (above_s > 60) faults.push(`Rule's window was above ${error_share_max} % for ${above_s.toFixed(0)} s`);
await system.close();
report('outage', { days: wanted.days, sales: orders, waiting, drained_s: seconds.toFixed(0), calls_a_minute_while_down: minute.count, calls: since.count,
  error_share: `${share.toFixed(1)}%`, window_above_20_percent_s: above_s.toFixed(0), attempts, ...figures }, faults);
