// kill -9 at random moments while tills work, then one checker: script/soak kills [--sqlite 1000] [--postgres 200] [--seed N] [--life_ms 600]
// With PostgreSQL there are two nodes, of which one or the other is killed.
import { pause } from './calls.mjs';
import { checkAll } from './checker.mjs';
import { options, report, say } from './options.mjs';
import { randomFrom } from './random.mjs';
import { giveChecks, register } from './shop.mjs';
import { postgresStore, sqliteStore } from './store.mjs';
import { openSystem, untilDelivered } from './system.mjs';
import { openTills } from './tills.mjs';

const wanted = options({ sqlite: 1000, postgres: 200, seed: Date.now() % 1_000_000, life_ms: 600, tills: 5 });
const killed_while_starting = 0.1;
const shoppers = 40;

async function openChecks(system) {
  const checks = Array.from({ length: shoppers }, (_, i) => ({ email: `shopper${i}@shop.se`, id: `B${i}`, value: '3000.00' }));
  for (const check of checks) check.contact = await register(system.nodes[0].port, check.email);
  await giveChecks(system, checks);
  return checks;
}

async function killOnce(node, random) {
  await pause(random.below(wanted.life_ms));
  await node.kill();
  if (random.chance(killed_while_starting)) {
    await node.launch();
    await pause(random.below(150));
    await node.kill();
  }
  await node.start();
}

async function run(name, store, count, cycles) {
  if (cycles === 0) return;
  const random = randomFrom(wanted.seed);
  const system = await openSystem(name, { store, count });
  const checks = await openChecks(system);
  const tills = openTills(wanted.tills, { ports: system.nodes.map(({ port }) => port), random: randomFrom(wanted.seed + 1), checks });
  const began = performance.now();
  for (let cycle = 1; cycle <= cycles; ++cycle) {
    await killOnce(system.nodes[random.below(count)], random);
    tills.check();
    if (cycle % 50 === 0) say(`${name}: ${cycle} kills, ${tills.journal.orders} orders, ${tills.journal.redemptions.length} redemptions`);
  }
  const journal = await tills.close();
  const seconds = (performance.now() - began) / 1000;
  await untilDelivered(system);
  const { faults, figures } = await checkAll(system, journal, checks);
  await system.close();
  report(name, { seed: wanted.seed, kills: cycles, nodes: count, seconds: seconds.toFixed(0), unanswered: journal.unanswered, ...figures }, faults);
}

say(`seed ${wanted.seed}`);
await run('kills_sqlite', sqliteStore(), 1, wanted.sqlite);
if (wanted.postgres > 0) await run('kills_postgres', postgresStore('soak_kills'), 2, wanted.postgres);
