// What each kind of work costs, on SQLite and on PostgreSQL. Results: build/bench/costs.json
import fs from "node:fs";
import { send } from "../lib/admin.mjs";
import { fsyncRate, machine } from "../lib/machine.mjs";
import { pause, results } from "../lib/servers.mjs";
import { calls, checksFile } from "./calls.mjs";
import { measureIdle } from "./idle.mjs";
import { closedLoop, openLoop } from "./load.mjs";
import { measure } from "./measure.mjs";
import { measureAccounts } from "./many_accounts.mjs";
import { measureFsyncs } from "./fsyncs.mjs";
import { randomFrom } from "./sim/random.mjs";
import { addAccounts, openShop, untilDelivered, untilFetched, untilQuiet } from "./shop.mjs";

const count = Number(process.argv[2] ?? 1500);
const shops = Number(process.argv[3] ?? 40);
const connections = 16;

const units = (run) => ({ units: run.calls, ...run });

// Deliveries wait: the node that leads is halted, or, where there is one node only, Rule does not answer it.
function hold(shop) {
  if (shop.tills === shop.leader) return shop.control("POST", "/faults", { system: "rule", path: "/", delay_ms: 8000, count: 100_000 });
  shop.leader.child.kill("SIGSTOP");
}

function release(shop) {
  if (shop.tills === shop.leader) return shop.control("DELETE", "/faults");
  shop.leader.child.kill("SIGCONT");
}

// What concerns tills only: the node that leads does not disturb it.
async function alone(shop, name, work) {
  if (shop.tills !== shop.leader) await hold(shop);
  try {
    return await measure(shop, name, work);
  } finally {
    if (shop.tills !== shop.leader) await release(shop);
  }
}

// Accepted first, told to Rule afterwards: {accepted, delivered}.
async function acceptThenDeliver(shop, name, next, idle) {
  await hold(shop);
  const accept = async () => units(await closedLoop(shop.tills.port, connections, count, next));
  const deliver = async () => {
    await release(shop);
    await untilDelivered(shop);
    return { units: count };
  };
  try {
    const accepted = await measure(shop, name, accept, { waits: name === "sale" });
    return { accepted, delivered: await measure(shop, `${name}, delivered`, deliver, { idle }) };
  } finally {
    await release(shop);
  }
}

// The same calls one by one at random times, as they come from many small shops: each wakes threads that slept, and nothing is shared.
async function measureCalm(shop, till, random) {
  const others = 2_000_000; // numbers that no other call has had
  const kinds = {
    search: (i) => till.search(i % count),
    card: (i) => till.card(i % count),
    unknown: (i) => till.unknown(others + i),
    anonymous: (i) => till.anonymous(others + i),
    registration: (i) => till.registration(others + i),
    sale: till.sale("calm"),
  };
  const found = {};
  for (const [kind, next] of Object.entries(kinds)) {
    found[kind] = await alone(shop, `${kind}, calm`, async () => units(await openLoop(shop.tills.port, 80, 6, random, next)));
    await untilDelivered(shop);
  }
  return found;
}

async function importChecks(shop) {
  for (const [i, account] of shop.accounts.entries()) {
    const staged = await shop.admin("POST", `/imports/upload?account=${account.id}&unknown_customers=refuse&file_name=checks.txt`, checksFile(shop, i, count));
    await shop.admin("POST", `/imports/${staged.id}/apply`, { account: account.id });
  }
  await untilQuiet(shop);
}

async function events(shop, idle) {
  const wanted = Math.min(count, 1000);
  await shop.control("POST", "/seed", { customers: 200, orders: wanted * 2, seed: 1 });
  const listed = await send(shop.sandbox.port, "GET", `/sitoo/v2/accounts/1500/sites/1/orders.json?num=${wanted}`, undefined, {
    Authorization: `Basic ${Buffer.from("1500-1:sandbox").toString("base64")}`,
  });
  const ids = listed.items.map(({ orderid }) => orderid);
  const next = calls(shop).events(ids);
  return measure(shop, "event, fetched", async () => {
    const run = await closedLoop(shop.tills.port, 4, Math.ceil(ids.length / 10), next);
    await untilFetched(shop);
    await untilDelivered(shop);
    return { ...run, units: ids.length };
  }, { idle });
}

async function measureStore(kind) {
  const shop = await openShop(kind, { "rule.read_max_age": "25s" });
  await addAccounts(shop, kind === "sqlite" ? Math.min(shops, 20) : shops);
  await untilQuiet(shop);
  const till = calls(shop);
  const random = randomFrom(1);
  const { tills } = shop;
  const warm = (next) => closedLoop(tills.port, connections, shop.accounts.length, next);
  const found = { machine: machine(), disk: fsyncRate(results), accounts: shop.accounts.length };
  found.idle = await measureIdle(shop, 5);
  const idle = found.idle.per_look;
  await warm((i) => till.registration(1_000_000 + i));
  await untilDelivered(shop);
  found.registration = await acceptThenDeliver(shop, "registration", till.registration, idle);
  await warm(till.search);
  found.search = await alone(shop, "search", async () => units(await closedLoop(tills.port, connections, count * 2, (i) => till.search(i % count))));
  await warm(till.sale("warm"));
  await untilDelivered(shop);
  found.sale = await acceptThenDeliver(shop, "sale", till.sale("one"), idle);
  found.paced = await measure(shop, "sale, told at once", async () => {
    const run = await openLoop(tills.port, shop.accounts.length * 0.4, 20, random, till.sale("paced"));
    await untilDelivered(shop);
    return units(run);
  }, { idle, waits: true });
  found.anonymous = await alone(shop, "sale without customer", async () => units(await closedLoop(tills.port, connections, count, till.anonymous)));
  found.unknown = await alone(shop, "search, nobody", async () => units(await closedLoop(tills.port, 4, Math.min(count, 1000), till.unknown)));
  await importChecks(shop);
  await warm(till.card);
  found.card = await alone(shop, "card with checks", async () => units(await closedLoop(tills.port, connections, count, till.card)));
  found.calm = await measureCalm(shop, till, random);
  found.redemption = await acceptThenDeliver(shop, "redemption", till.redemption, idle);
  await pause(26_000); // until our copies are old
  found.refresh = await alone(shop, "search, refreshed", async () => {
    const run = await openLoop(tills.port, 12, 8, random, till.search);
    await pause(500);
    return units(run);
  });
  found.event = await events(shop, idle);
  await shop.close();
  return found;
}

const parts = {
  postgres: () => measureStore("postgres"),
  sqlite: () => measureStore("sqlite"),
  accounts: () => measureAccounts([100, 1_000, 3_000, 10_000]),
  fsyncs: () => measureFsyncs(count),
};
const file = `${results}/costs.json`;
const all = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
const wanted = process.argv.slice(4);
for (const part of wanted.length ? wanted : Object.keys(parts)) {
  all[part] = await parts[part]();
  all.settings = { count, shops, connections };
  fs.writeFileSync(file, JSON.stringify(all, null, 2));
}
