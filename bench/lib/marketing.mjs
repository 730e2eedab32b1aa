// The daily pass over the silences of a large shop, and the writing of receipts. Results: build/bench/marketing.json
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { adminOf, send } from "./admin.mjs";
import { email, phone } from "./customers.mjs";
import { machine } from "./machine.mjs";
import { paced } from "./paced.mjs";
import { binaries, pause, results, startKassabro, startSandbox } from "./servers.mjs";

const Database = createRequire(new URL("../peers/", import.meta.url))("better-sqlite3");
const customers = Number(process.argv[2] ?? 1_000_000);
const due = Math.round(customers / 200); // of a shop whose customers stay away at random: one in 200 reaches half a year today
const perSecond = 500;
const day = 24 * 3600 * 1000;
const credentials = { Authorization: `Basic ${Buffer.from("bench:bench").toString("base64")}` };
const say = (text) => process.stderr.write(`${text}\n`);

const folder = `${results}/marketing`;
fs.rmSync(folder, { recursive: true, force: true });
say(`filling: ${customers} customers`);
execFileSync(`${binaries}/bench_fill`, [folder, String(customers)]);

// Everybody has bought something in the last three years; `due` of them half a year ago to the day, the others before or after.
function putSilences() {
  const db = new Database(`${folder}/kassabro.db`);
  const account = db.prepare("SELECT account_id FROM accounts").safeIntegers(true).get();
  const settings = { programme: { retention: { on: false }, winback: { after_days: 180 }, from_hour: 0, to_hour: 24 } };
  db.prepare("UPDATE accounts SET settings = ?, created_at = ?").run(JSON.stringify(settings), Date.now() - 1200 * day);
  const insert = db.prepare("INSERT OR REPLACE INTO silences (account_id, contact_id, bought_at, retention, winback) VALUES (?, ?, ?, 0, ?)");
  const ids = db.prepare("SELECT contact_id FROM contacts").safeIntegers(true).pluck().all();
  const now = Date.now();
  db.transaction(() => {
    ids.forEach((id, i) => {
      const isDue = i % 200 === 0;
      const isOld = i % 3 === 0;
      const ago = isDue ? 180 * day + (i % 1000) * 60_000 : isOld ? (190 + (i % 900)) * day : (i % 179) * day;
      insert.run(account.account_id, id, BigInt(now - ago), BigInt(!isDue && isOld ? 1 : 0));
    });
  })();
  db.close();
}
putSilences();
const account = new Database(`${folder}/kassabro.db`, { readonly: true }).prepare("SELECT CAST(account_id AS TEXT) FROM accounts").pluck().get();

const about = machine();
const sandbox = await startSandbox();
await send(sandbox.port, "PUT", "/control/rule/switches", { requests_allowed: 50_000_000 });
const server = await startKassabro(folder, "warn", { "rule.base_url": `http://127.0.0.1:${sandbox.port}/rule/api` });
const admin = adminOf(folder);
const next = () => {
  const i = Math.floor(Math.random() * customers);
  const [type, key] = Math.random() < 0.5 ? ["mobile", phone(i)] : ["email", email(i)];
  return { path: `/sitoo/v2/customers?key_type=${type}&key=${encodeURIComponent(key)}`, headers: credentials };
};
await admin("POST", "/jobs/cancel", { account, kind: "mirror" }).catch(() => {});
const quiet = await paced(server.port, perSecond, 5, next);
const silences = async () => (await admin("GET", `/jobs?account=${account}`)).items.find((job) => job.kind === "silences");

// The pass that begins by itself at the start may have been the one; so the rows are made due again for the one that is measured.
for (let job = await silences(); job && job.state !== "finished"; job = await silences()) await pause(100);
const first = await silences();
say(`the pass at the start: ${first?.done} told`);
const db = new Database(`${folder}/kassabro.db`);
db.pragma("busy_timeout = 10000");
const reset = db.prepare("UPDATE silences SET winback = 0 WHERE bought_at BETWEEN ? AND ?").run(Date.now() - 182 * day, Date.now() - 179.5 * day).changes;
db.prepare("DELETE FROM outbox").run();
db.close();

const searching = paced(server.port, perSecond, 10, next);
await pause(500);
const began = performance.now();
await admin("POST", "/jobs/run", { account, kind: "silences" });
let job;
do {
  await pause(20);
  job = await silences();
} while (job.state !== "finished");
const took_s = (performance.now() - began) / 1000;
const during = await searching;
say(`${job.done} of ${customers} told in ${took_s.toFixed(2)} s; searches p99 ${(during.p99_us / 1000).toFixed(1)} ms (quiet ${(quiet.p99_us / 1000).toFixed(1)})`);
if (job.done < due / 2) throw new Error(`only ${job.done} were told; ${reset} were due`);
if (during.failed) throw new Error(`${during.failed} searches failed`);
await server.stop();
await sandbox.stop();
fs.rmSync(folder, { recursive: true, force: true });

const receipts = Object.fromEntries(
  execFileSync(`${binaries}/bench_receipts`, { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.match(/^(.*) (\d+) receipts\/s$/))
    .map(([, what, rate]) => [what, Number(rate)]),
);
say(JSON.stringify(receipts));
fs.writeFileSync(
  `${results}/marketing.json`,
  JSON.stringify({ machine: about, settings: { customers, perSecond }, told: job.done, took_s, quiet, during, receipts }, null, 2),
);
