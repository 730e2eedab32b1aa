// Orders that are durably taken by two nodes and by one, on the same PostgreSQL: script/soak nodes [--rounds 5] [--seconds 8]
// One, two, one, two: what disturbs one round disturbs its neighbour. Each account's connections are spread over the nodes, as a load
// balancer does it; transactions of one account follow each other, so several accounts sell.
import fs from 'node:fs';
import { fsyncsPerSecond, percent, watchCpu } from './cpu.mjs';
import { postOrders } from './post_orders.mjs';
import { options, report, say } from './options.mjs';
import { giveChecks, register } from './shop.mjs';
import { postgresStore } from './store.mjs';
import { openSystem } from './system.mjs';

const wanted = options({ rounds: 5, seconds: 8, connections: 64, accounts: 8, customers: 500 });
const tokens = Array.from({ length: wanted.accounts }, (_, i) => `rk_soak_account_${i}`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** `ports`: of the nodes that are sold to. Answers orders a second and who used the processors. */
async function round(system, ports, name, acknowledged) {
  const each = Math.max(1, Math.round(wanted.connections / wanted.accounts / 2));
  const stop = watchCpu(system.nodes, system.store);
  const runs = tokens.flatMap((token, account) =>
    [0, 1].map(async (half) => {
      const file = `${system.folder}/${name}-${account}-${half}.txt`;
      const port = ports[half % ports.length];
      const run = await postOrders({ port, connections: each, seconds: wanted.seconds, token, customers: wanted.customers, accepted: file });
      acknowledged.push([account, file]);
      return run;
    }),
  );
  const results = await Promise.all(runs);
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  if (sum('sent') !== sum('good')) throw new Error(`${sum('sent')} sent, ${sum('good')} acknowledged`);
  return { per_second: sum('counted') / wanted.seconds, p99_ms: Math.max(...results.map(({ p99_us }) => p99_us)) / 1000, ...stop() };
}

/** Orders that were answered 200 and are not there. */
function lost(store, acknowledged) {
  const stored = new Set(store.rows('SELECT order_id FROM orders').map(([id]) => id));
  const lines = acknowledged.flatMap(([, file]) => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const ids = lines.map((line) => /^order (\d+)$/.exec(line)[1]);
  return { verified: ids.length, lost: ids.filter((id) => !stored.has(id)).length };
}

const store = postgresStore('soak_nodes');
const system = await openSystem('nodes', { store, count: 2, settings: { 'log.level': 'warn' } });
for (const token of tokens) {
  await register(system.nodes[0].port, 'first@shop.se', token);
  const customers = Array.from({ length: wanted.customers }, (_, i) => ({ email: `customer${i}@shop${i % 97}.example`, id: `B${i}`, value: '10.00' }));
  await giveChecks(system, customers, token);
}
// Only what is taken is measured: with Rule down, little else is done.
await system.control('POST', '/faults', { system: 'rule', path: '/', status: 503, count: 1_000_000_000 });
const both = system.nodes.map(({ port }) => port);
const acknowledged = [];
await round(system, both, 'warm', acknowledged);
const runs = { one: [], two: [] };
const disk = fsyncsPerSecond(system.folder);
for (let i = 0; i < wanted.rounds; ++i)
  for (const [name, ports] of [['one', both.slice(0, 1)], ['two', both]]) {
    const run = await round(system, ports, `${name}${i}`, acknowledged);
    runs[name].push(run);
    const shares = ['kassabro', 'postgres', 'rest', 'idle'].map((who) => `${who} ${percent(run[who])}`).join(', ');
    say(`${name}: ${run.per_second.toFixed(0)}/s, p99 ${run.p99_ms.toFixed(0)} ms; of the processors: ${shares}`);
  }
const found = lost(store, acknowledged);
await system.close();
const of = (name, field) => median(runs[name].map((run) => run[field]));
const ratio = median(runs.two.map(({ per_second }, i) => per_second / runs.one[i].per_second));
report('nodes', {
  one_per_second: of('one', 'per_second').toFixed(0), two_per_second: of('two', 'per_second').toFixed(0), ratio: ratio.toFixed(2),
  ...Object.fromEntries(['one', 'two'].flatMap((name) => ['kassabro', 'postgres', 'rest', 'idle'].map((who) => [`${name}_${who}`, percent(of(name, who))]))),
  one_p99_ms: of('one', 'p99_ms').toFixed(0), two_p99_ms: of('two', 'p99_ms').toFixed(0), fsyncs_per_second: disk, ...found,
}, found.lost > 0 ? [`${found.lost} acknowledged orders are lost`] : []);
