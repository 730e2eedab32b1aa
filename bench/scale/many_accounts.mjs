// What an account costs while nobody sells: the node that leads looks at each for work that is due. Accounts are copies of one.
import fs from "node:fs";
import { machine } from "../lib/machine.mjs";
import { pause } from "../lib/servers.mjs";
import { measureIdle } from "./idle.mjs";
import { product } from "./sim/deployment.mjs";
import { addAccounts, openShop, untilQuiet } from "./shop.mjs";

// Each copy has the jobs that the first account has, all done just now, so that only the looking is measured.
function copyAccounts(shop, count) {
  const columns = shop.store.sql("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = 'accounts' AND table_schema = 'public' AND column_name NOT IN ('account_id', 'basic_user')");
  const jobs = shop.store.sql("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = 'jobs' AND table_schema = 'public' AND column_name NOT IN ('account_id', 'kind')");
  const first = shop.accounts[0].id;
  const kinds = "'attempts', 'bonus_expiry', 'consents', 'erasures', 'mirror', 'receipts', 'reconcile', 'silences'";
  shop.store.sql("UPDATE jobs SET state = 'finished', started_at = extract(epoch FROM now()) * 1000, finished_at = extract(epoch FROM now()) * 1000");
  shop.store.sql(
    `INSERT INTO jobs (account_id, kind, ${jobs}) SELECT account_id + i, kind.name, ${jobs} FROM (SELECT * FROM jobs WHERE account_id = ${first} LIMIT 1) AS one, unnest(ARRAY[${kinds}]) AS kind (name), generate_series(1, ${count}) AS i ON CONFLICT DO NOTHING`,
  );
  shop.store.sql(`INSERT INTO accounts (account_id, basic_user, ${columns}) SELECT account_id + i, basic_user || '-' || i, ${columns} FROM accounts, generate_series(1, ${count}) AS i WHERE account_id = ${first} ON CONFLICT DO NOTHING`);
  shop.store.sql("ANALYZE");
}

// How many jobs a second are done when more are due than can be: the bonus checks of 200 accounts are to be looked through again.
async function measureJobs(shop, accounts, seconds) {
  const looks = shop.store.reads("jobs").looks;
  const lines = () => fs.readFileSync(shop.leader.log, "utf8").split("\n").filter((line) => line.includes("kind=bonus_expiry state=finished")).length;
  const before = lines();
  shop.store.sql("UPDATE jobs SET started_at = started_at - 7200000 WHERE kind = 'bonus_expiry' AND account_id IN (SELECT account_id FROM accounts ORDER BY account_id DESC LIMIT 200)");
  const began = performance.now();
  await pause(seconds * 1000);
  const took = (performance.now() - began) / 1000;
  const done = lines() - before;
  const rounds = (shop.store.reads("jobs").looks - looks) / (accounts * product.kinds_of_jobs);
  process.stderr.write(`postgres: ${accounts} accounts, 200 jobs due: ${done} done in ${took.toFixed(0)} s and ${rounds.toFixed(1)} rounds\n`);
  return { accounts, seconds: took, rounds, done };
}

export async function measureAccounts(sizes) {
  const shop = await openShop("postgres");
  await addAccounts(shop, 1);
  await untilQuiet(shop);
  const rows = [];
  for (const size of sizes) {
    copyAccounts(shop, size - 1);
    await pause(3000 + size / 2);
    const row = await measureIdle(shop, 10);
    if (size === sizes.at(-2)) row.jobs = await measureJobs(shop, size, 25);
    rows.push(row);
  }
  await shop.close();
  return { machine: machine(), rows };
}
