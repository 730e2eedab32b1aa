// What an account costs while nobody sells: the node that leads looks at each for work that is due. Accounts are copies of one.
import { machine } from "../lib/machine.mjs";
import { pause } from "../lib/servers.mjs";
import { measureIdle } from "./idle.mjs";
import { addAccounts, openShop, untilQuiet } from "./shop.mjs";

// Each copy has the jobs that the first account has, all done just now, so that only the looking is measured.
function copyAccounts(shop, count) {
  const columns = shop.store.sql("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = 'accounts' AND table_schema = 'public' AND column_name NOT IN ('account_id', 'basic_user')");
  const jobs = shop.store.sql("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = 'jobs' AND table_schema = 'public' AND column_name NOT IN ('account_id', 'kind')");
  const first = shop.accounts[0].id;
  const kinds = "'attempts', 'bonus_expiry', 'consents', 'erasures', 'mirror', 'receipts', 'reconcile', 'silences'";
  shop.store.sql(`UPDATE jobs SET started_at = extract(epoch FROM now()) * 1000`);
  shop.store.sql(
    `INSERT INTO jobs (account_id, kind, ${jobs}) SELECT account_id + i, kind.name, ${jobs} FROM (SELECT * FROM jobs WHERE account_id = ${first} LIMIT 1) AS one, unnest(ARRAY[${kinds}]) AS kind (name), generate_series(1, ${count}) AS i ON CONFLICT DO NOTHING`,
  );
  shop.store.sql(`INSERT INTO accounts (account_id, basic_user, ${columns}) SELECT account_id + i, basic_user || '-' || i, ${columns} FROM accounts, generate_series(1, ${count}) AS i WHERE account_id = ${first} ON CONFLICT DO NOTHING`);
  shop.store.sql("ANALYZE");
}

export async function measureAccounts(sizes) {
  const shop = await openShop("postgres");
  await addAccounts(shop, 1);
  await untilQuiet(shop);
  const rows = [];
  for (const size of sizes) {
    copyAccounts(shop, size - 1);
    await pause(3000 + size / 2);
    rows.push(await measureIdle(shop, 10));
  }
  await shop.close();
  return { machine: machine(), rows };
}
