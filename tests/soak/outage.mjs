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

/** What Rule counts of the shop's calls within its window, without the ones that ask this. */
async function errorShare(system, shop) {
  const asked = shop.asked ??= [];
  const now = performance.now();
  while (asked.length > 0 && asked[0] < now - 60_000) asked.shift();
  const answer = await fetch(`http://127.0.0.1:${system.sandbox.port}/rule/api/v2/sender/details`, { headers: headersOf(shop.token) });
  asked.push(now);
  await answer.text();
  const count = Number(answer.headers.get('requestscount-current'));
  const errors = Math.round((Number(answer.headers.get('x-errorpercent-current')) / 100) * count);
  const calls = count - asked.length;
  return { calls, share: calls >= 20 ? (100 * errors) / calls : 0 };
}

// A minute at the real pace, then faster: what was tried shortly before may wait for up to fifteen minutes.
async function drain(system) {
  let skipped_s = 0;
  const worst = { share: 0, calls: 0 };
  const left = () => Number(system.store.rows(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')`)[0][0]);
  const began = performance.now();
  await until(async () => {
    for (const shop of shops) {
      const found = await errorShare(system, shop);
      if (found.share > worst.share) Object.assign(worst, found);
    }
    if (left() === 0) return true;
    if (performance.now() < began + 60_000) return false;
    skipped_s += 30;
    await system.control('POST', '/clock', { advance_seconds: 30 });
    return false;
  }, 'everything delivered', 600, 1000);
  return { seconds: (performance.now() - began) / 1000 + skipped_s, worst };
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
await pause(65_000);
const waiting = system.store.rows(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')`)[0][0];
await system.control('DELETE', '/faults');
say(`Rule is back; ${waiting} wait`);
const { seconds, worst } = await drain(system);
const faults = [];
const figures = { delivered: 0, parked: 0 };
for (const shop of shops) {
  const checked = await checkAll(system, shop.journal, [], shop.token);
  faults.push(...checked.faults);
  for (const name of Object.keys(figures)) figures[name] += checked.figures[name];
}
if (figures.parked > 0) faults.push(`${figures.parked} deliveries were parked and wait for a person`);
if (worst.share >= error_share_max) faults.push(`Rule counted ${worst.share.toFixed(1)} % errors in ${worst.calls} calls`);
await system.close();
report('outage', { days: wanted.days, sales: orders, waiting, drained_s: seconds.toFixed(0), error_share: `${worst.share.toFixed(1)}%`, attempts, ...figures }, faults);
