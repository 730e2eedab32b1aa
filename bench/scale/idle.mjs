// What the nodes do when no till asks anything: they look at every account for work that is due.
import { pause } from "../lib/servers.mjs";
import { between, memory, snapshot } from "./processes.mjs";

export async function measureIdle(shop, seconds) {
  const look = () => ({
    leader: snapshot(shop.leader.child.pid),
    tills: snapshot(shop.tills.child.pid),
    database: shop.store.cpu(),
    jobs: shop.store.reads("jobs"),
    accounts: shop.store.reads("accounts"),
  });
  const before = look();
  const began = performance.now();
  await pause(seconds * 1000);
  const took = (performance.now() - began) / 1000;
  const after = look();
  const leader = between(before.leader, after.leader);
  const tills = between(before.tills, after.tills);
  const rate = (value) => value / took;
  const accounts = Number(shop.store.sql("SELECT count(*) FROM accounts"));
  const per_second = {
    leader_us: rate(leader.cpu_us),
    background_us: rate(leader.background_us),
    tills_us: rate(tills.cpu_us),
    database_us: rate(after.database.us - before.database.us),
    database_waits: rate(after.database.waits - before.database.waits),
    job_looks: rate(after.jobs.looks - before.jobs.looks),
    job_rows: rate(after.jobs.rows - before.jobs.rows),
    account_rows: rate(after.accounts.rows - before.accounts.rows),
  };
  const { job_looks, ...rates } = per_second;
  const per_look = Object.fromEntries(Object.entries(rates).map(([name, value]) => [name, job_looks > 0 ? value / job_looks : 0]));
  process.stderr.write(
    `${shop.kind}: idle, ${accounts} accounts: leader ${(per_second.leader_us / 1e4).toFixed(1)} % of a core (background thread ${(per_second.background_us / 1e4).toFixed(1)} %), other node ${(per_second.tills_us / 1e4).toFixed(1)} %, database ${(per_second.database_us / 1e4).toFixed(1)} %; ${per_second.job_looks.toFixed(0)} looks and ${per_second.job_rows.toFixed(0)} rows of jobs a second\n`,
  );
  return { accounts, seconds: took, per_second, per_look, memory_bytes: { leader: memory(shop.leader.child.pid), tills: memory(shop.tills.child.pid) } };
}
