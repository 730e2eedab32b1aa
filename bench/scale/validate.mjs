// Does the model foretell what one node takes? One node and one PostgreSQL on this machine, all kinds of calls mixed at a fixed rate, and the
// same for the model, whose costs were measured kind by kind. Results: build/bench/scale_check.json
import fs from "node:fs";
import { fsyncRate, machine } from "../lib/machine.mjs";
import { pause, results } from "../lib/servers.mjs";
import { calls } from "./calls.mjs";
import { closedLoop, openLoop } from "./load.mjs";
import { measure } from "./measure.mjs";
import { loads } from "./sim/capacity.mjs";
import { habits, mixOf } from "./sim/demand.mjs";
import { deployment } from "./sim/deployment.mjs";
import { simulateMoment } from "./sim/moment.mjs";
import { randomFrom } from "./sim/random.mjs";
import { workOf } from "./sim/work.mjs";
import { addAccounts, openShop, untilDelivered, untilQuiet } from "./shop.mjs";

const sales = Number(process.argv[2] ?? 30);
const seconds = Number(process.argv[3] ?? 30);
const shops = 40;
const customers = 800;
// Events need orders in the sandbox's Sitoo, and redemptions checks: both are left out here.
const h = { ...habits, event_share: 0, redemptions_per_sale: 0 };
const cores = 2;

const shop = await openShop("postgres", {}, 1);
await addAccounts(shop, shops);
await untilQuiet(shop);
const till = calls(shop);
await closedLoop(shop.tills.port, 16, customers, till.registration);
await untilDelivered(shop);
await pause(2000);

const mix = mixOf(h);
const kinds = Object.keys(mix).filter((kind) => mix[kind] > 0);
const total = kinds.reduce((sum, kind) => sum + mix[kind], 0);
const random = randomFrom(2);
const sale = till.sale("checked");
const next = (i) => {
  let at = random() * total;
  const kind = kinds.find((one) => (at -= mix[one]) < 0) ?? kinds[0];
  const customer = Math.floor(random() * customers);
  if (kind === "copy") {
    const call = sale(customer); // of a customer of that account; the number of the order is new
    call.body.orderid = call.body.receiptid = `checked-${i}`;
    return call;
  }
  if (kind === "registration") return till.registration(customers + i);
  if (kind === "anonymous" || kind === "unknown") return till[kind](i);
  return till[kind](customer);
};
const since = Date.now();
const run = await measure(shop, "all kinds mixed", async () => {
  const done = await openLoop(shop.tills.port, sales * total, seconds, random, next);
  await untilDelivered(shop);
  return { units: 1, ...done };
});
const [told] = shop.store.json(
  `SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY updated_at - created_at) / 1000 AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY updated_at - created_at) / 1000 AS p99 FROM outbox WHERE state = 'delivered' AND created_at >= ${since}`,
);
await shop.close();

const disk = fsyncRate(results);
const work = workOf(JSON.parse(fs.readFileSync(`${results}/costs.json`, "utf8")));
// A database on the loopback, and a Rule that answers at once.
const d = deployment({ nodes: 1, cores, database_cores: cores, round_trip: 0.05e-3, flush: disk.p50_us / 1e6, rule_latency: 2e-3, rule_spread: 0.3 });
const made = run.calls / total / run.seconds; // sales a second that really came
const used = loads(work, d, shops, made, { h });
const foretold = simulateMoment(work, d, shops, made, { seconds: 60, seed: 1, h });
const share = (us) => us / 1e6 / run.seconds / cores;
const check = {
  machine: machine(),
  settings: { sales, seconds, shops, customers },
  calls: run.calls,
  sales_per_second: made,
  node: { measured: share(run.per_unit.tills_us), foretold: used["processors of the nodes"] },
  database: { measured: share(run.per_unit.database_us), foretold: used["processors of PostgreSQL"] },
  background: { measured: run.per_unit.background_us / 1e6 / run.seconds, foretold: used["background thread of the leader"] },
  commits_per_second: { measured: run.per_unit.commits / run.seconds, foretold: made * (mix.copy + mix.anonymous + mix.registration) + (2 * Number(told.count)) / run.seconds },
  told: { measured: told, foretold: foretold.times.told },
  calls_ms: { measured: { p50: run.p50_ms, p99: run.p99_ms }, foretold: { search_p50: foretold.times.search.p50 * 1e3, sale_p50: foretold.times.sale.p50 * 1e3 } },
  disk,
};
const file = `${results}/scale_check.json`; // by the rate, so that several can be compared
const all = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
fs.writeFileSync(file, JSON.stringify({ ...all, [sales]: check }, null, 2));
console.log(JSON.stringify(check, null, 2));
