// One phase of work and what it has cost, for each unit of it. What the node that leads does anyway is left out: its looks for jobs that
// are due are counted, and `idle` says what one takes.
import { pause } from "../lib/servers.mjs";
import { between, snapshot } from "./processes.mjs";
import { rulePort } from "./shop.mjs";

const rows = (records) => ({
  inserted: (records["Heap/INSERT"] ?? 0) + (records["Heap2/MULTI_INSERT"] ?? 0),
  updated: (records["Heap/UPDATE"] ?? 0) + (records["Heap/HOT_UPDATE"] ?? 0),
  deleted: records["Heap/DELETE"] ?? 0,
  index_entries: (records["Btree/INSERT_LEAF"] ?? 0) + (records["Btree/SPLIT_R"] ?? 0) + (records["Btree/SPLIT_L"] ?? 0),
});

// A transaction takes the account's lock before it writes, so each has one commit record; reading leaves none.
const commits = (records) => records["Transaction/COMMIT"] ?? 0;

const cpu = (shop) => ({ leader: snapshot(shop.leader.child.pid), tills: snapshot(shop.tills.child.pid), database: shop.store.cpu() });

function usage(shop, before, after, looks, idle) {
  const leader = between(before.leader, after.leader);
  const tills = shop.tills === shop.leader ? leader : between(before.tills, after.tills);
  const less = (value, name) => Math.max(0, value - (idle?.[name] ?? 0) * looks);
  return {
    tills_us: tills.cpu_us,
    leader_us: shop.tills === shop.leader ? 0 : less(leader.cpu_us, "leader_us"),
    background_us: less(leader.background_us, "background_us"),
    database_us: less(after.database.us - before.database.us, "database_us"),
    database_waits: less(after.database.waits - before.database.waits, "database_waits"),
    written_bytes: tills.written + (tills === leader ? 0 : leader.written),
    network: { tills: tills.network, leader: leader.network },
  };
}

// `work` answers with how many units it has done. `waits`: for the database's own statistics, which come late.
export async function measure(shop, name, work, { idle = null, waits = false } = {}) {
  const lag = shop.store.constructor.statistics_lag_ms;
  const store_before = shop.store.snapshot();
  const calls_before = (await shop.control("GET", "/calls?system=rule&limit=1")).last_id;
  const looks_before = shop.store.reads("jobs").looks;
  const before = cpu(shop);
  const began = performance.now();
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  const after = cpu(shop);
  const used = usage(shop, before, after, shop.store.reads("jobs").looks - looks_before, idle);
  const calls = (await shop.control("GET", "/calls?system=rule&limit=1")).last_id - calls_before;
  if (waits) await pause(lag);
  const store_after = shop.store.snapshot();
  const records = shop.store.records(store_before, store_after);
  const each = (value) => value / done.units;
  const ports = Object.values(used.network).flatMap((network) => Object.entries(network));
  const through = (wanted) => ports.filter(([port]) => port === String(wanted)).reduce((sum, [, { sent, received }]) => sum + sent + received, 0);
  const result = {
    units: done.units,
    seconds,
    per_unit: {
      tills_us: each(used.tills_us),
      leader_us: each(used.leader_us),
      background_us: each(used.background_us),
      database_us: each(used.database_us),
      database_waits: each(used.database_waits),
      commits: each(commits(records)),
      fsyncs: waits ? each(store_after.fsyncs - store_before.fsyncs) : null,
      wal_bytes: each(store_after.wal_bytes - store_before.wal_bytes),
      database_bytes: each(store_after.bytes - store_before.bytes),
      written_bytes: each(used.written_bytes),
      rows: Object.fromEntries(Object.entries(rows(records)).map(([what, count]) => [what, each(count)])),
      rule_calls: each(calls),
      rule_bytes: each(through(rulePort)),
      database_wire_bytes: each(shop.store.port ? through(shop.store.port) : 0),
    },
    connections: shop.store.port ? Object.fromEntries(Object.entries(used.network).map(([node, network]) => [node, network[shop.store.port]?.connections ?? 0])) : null,
    ...done,
  };
  const { tills_us, leader_us, background_us, database_us } = result.per_unit;
  process.stderr.write(`${shop.kind}: ${name.padEnd(22)} ${String(done.units).padStart(6)} in ${seconds.toFixed(1)} s: tills ${tills_us.toFixed(0)} us, leader ${leader_us.toFixed(0)} (background thread ${background_us.toFixed(0)}), database ${database_us.toFixed(0)} us\n`);
  if (done.failed) throw new Error(`${name}: ${done.failed} calls failed, the first with ${done.first_failure}`);
  return result;
}
