// One shop's tills while others make trouble: script/soak shares [--seconds 20] [--orders 20000] [--postgres 0] [--flood 1000]
// First it is quiet. Then one account brings over its old orders, another has a key that Rule refuses, a third a Rule that answers slowly and
// with 429; all of them sell, too. Then a fifth account floods beyond what the machine can take; at the end it is quiet again.
import { call, pause, until } from './calls.mjs';
import { postOrders } from './post_orders.mjs';
import { options, report, say } from './options.mjs';
import { openPace, summary } from './pace.mjs';
import { headersOf, orderText, register, search } from './shop.mjs';
import { openRuleDoor } from './slow_rule.mjs';
import { postgresStore, sqliteStore } from './store.mjs';
import { openSystem } from './system.mjs';

const wanted = options({ seconds: 20, orders: 20_000, searches: 40, sales: 8, flood: 1000, flood_s: 15, postgres: 0 });
const tokens = { ours: 'rk_soak_our_shop', history: 'rk_soak_history_shop', broken: 'rk_soak_broken_shop', slow: 'rk_soak_slow_shop', flood: 'rk_soak_flood_shop' };
const customers = 50;
const emailOf = (i) => `customer${i}@shop${i % 97}.example`; // as bench_load sells

let troubles = false;
let slow_calls = 0;
function treat(key) {
  if (!troubles || key !== tokens.slow) return undefined;
  return ++slow_calls % 4 === 0 ? { status: 429, retry_after: '2' } : { delay_ms: 3_000 };
}

const firstPort = Number(process.env.SOAK_PORT ?? 17_000);
const doorPort = firstPort + 80;
const store = wanted.postgres ? postgresStore('soak_shares') : sqliteStore();
const system = await openSystem('shares', { store, settings: { 'log.level': 'warn', 'rule.base_url': `http://127.0.0.1:${doorPort}/rule/api` } });
const door = await openRuleDoor(doorPort, system.sandbox.port, treat);
const [node] = system.nodes;

const accounts = {};
async function openAccounts() {
  await system.control('POST', '/seed', { customers: 2_000, orders: wanted.orders, seed: 1 });
  for (const [name, token] of Object.entries(tokens)) {
    const sitoo = { sitoo_base_url: `http://127.0.0.1:${system.sandbox.port}/sitoo`, sitoo_api_id: '1500-1', sitoo_password: 'sandbox' };
    const made = await system.admin('POST', '/accounts', { name, rule_api_key: token, ...(name === 'history' && sitoo), settings: { rule: { mirror: false } } });
    accounts[name] = made.account_id;
    for (let i = 0; i < customers; ++i) await register(node.port, emailOf(i), token);
  }
}

let orders = 0;
const sellTo = (token) => (agent) =>
  call(node.port, 'POST', '/sitoo/v1/transactions', { headers: headersOf(token), agent, body: orderText(++orders, emailOf(orders % customers)) });
const searchOf = (token) => (agent) => search(node.port, emailOf(Math.floor(Math.random() * customers)), { token, agent });

/** Our tills' figures while `work` goes on: searches, sales, and from taken to told, all in ms. */
async function measure(name, work) {
  const from = Date.now();
  const [searches, sales] = [openPace(wanted.searches, searchOf(tokens.ours)), openPace(wanted.sales, sellTo(tokens.ours))];
  await pause(1_500); // their connections are open before anything else begins
  const done = await work();
  const to = Date.now();
  const found = { searches: await searches.stop(), sales: await sales.stop(), done };
  const where = `account_id = ${accounts.ours} AND kind = 'order_completed' AND created_at BETWEEN ${from} AND ${to}`;
  const left = () => Number(store.rows(`SELECT count(*) FROM outbox WHERE ${where} AND state <> 'delivered'`)[0][0]);
  await until(() => left() === 0, 'our sales are told', 300, 500).catch(() => {});
  found.told = summary(store.rows(`SELECT updated_at - created_at FROM outbox WHERE ${where} AND state = 'delivered'`).map(([ms]) => Number(ms)));
  found.left = left();
  const text = (of) => `p50 ${of.p50.toFixed(0)} p99 ${of.p99.toFixed(0)} max ${of.max.toFixed(0)} ms`;
  say(`${name}: searches ${text(found.searches)} (${found.searches.failed} failed); sales ${text(found.sales)} (${found.sales.failed} failed); told ${text(found.told)}`);
  return found;
}

async function makeTrouble() {
  troubles = true;
  await system.control('POST', '/keys', { key: tokens.broken, valid: false });
  const others = [tokens.history, tokens.broken, tokens.slow].map((token) => openPace(wanted.sales, sellTo(token)));
  await system.admin('POST', '/jobs/run', { account: accounts.history, kind: 'history', request: {} });
  const began = performance.now();
  let job = null;
  await until(async () => {
    job = (await system.admin('GET', `/jobs?account=${accounts.history}`)).items.find(({ kind }) => kind === 'history');
    return ['finished', 'failed'].includes(job.state) || performance.now() > began + 300_000;
  }, 'the old orders are brought over', 400, 500);
  const took = (performance.now() - began) / 1000;
  for (const other of others) await other.stop();
  return { took, state: job.state, done: job.done };
}

async function flood() {
  return postOrders({ port: node.port, connections: wanted.flood, seconds: wanted.flood_s, token: tokens.flood, customers });
}

await openAccounts();
await pause(2_000);
const quiet = await measure('quiet', () => pause(wanted.seconds * 1000));
const loaded = await measure('with three others in trouble', makeTrouble);
troubles = false;
const flooded = await measure('in a flood', flood);
const after = await measure('after the flood', () => pause(wanted.seconds * 1000));
door.close();
await system.close();

const faults = [];
for (const [name, phase] of Object.entries({ quiet, loaded, after }))
  if (phase.searches.failed + phase.sales.failed > 0) faults.push(`${name}: calls failed: ${JSON.stringify([phase.searches.statuses, phase.sales.statuses])}`);
for (const [name, phase] of Object.entries({ quiet, loaded, flooded, after })) if (phase.left > 0) faults.push(`${name}: ${phase.left} sales were not told`);
if (loaded.done.state !== 'finished') faults.push(`the history is ${loaded.done.state} after ${loaded.done.took.toFixed(0)} s`);
const told = {};
for (const [name, phase] of Object.entries({ quiet, loaded, flooded, after }))
  for (const what of ['searches', 'sales', 'told']) told[`${name}_${what}_p99_ms`] = phase[what].p99.toFixed(0);
const sent = flooded.done;
report('shares', {
  store: store.kind, ...told, history_orders: loaded.done.done, history_s: loaded.done.took.toFixed(0), flood_connections: wanted.flood,
  flood_per_second: (sent.good / sent.seconds).toFixed(0), flood_p99_ms: (sent.p99_us / 1000).toFixed(0), flood_refused: sent.refused,
}, faults);
