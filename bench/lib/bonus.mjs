// Customer cards with bonus checks, latest purchases, and redemptions that are on the disk when they are answered.
// Results: build/bench/bonus.json
import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { phone, token } from "./customers.mjs";
import { checks, filledTemplate, purchases } from "./filled.mjs";
import { cpuSeconds, fsyncRate, machine } from "./machine.mjs";
import { ratio, summary } from "./numbers.mjs";
import { binaries, get, results, startKassabro, startNginx } from "./servers.mjs";
import { wrk } from "./wrk.mjs";

const Database = createRequire(new URL("../peers/", import.meta.url))("better-sqlite3");
const seconds = Number(process.argv[2] ?? 5);
const rounds = Number(process.argv[3] ?? 5);
const customers = Number(process.argv[4] ?? 20_000);
const connections = 64;
const credentials = Buffer.from("bench:bench").toString("base64");
const say = (text) => process.stderr.write(`${text}\n`);

const template = filledTemplate(customers);
const idFile = `${results}/bonus-ids.txt`;
const open = (folder) => new Database(`${folder}/kassabro.db`, { readonly: true });
const ids = (() => {
  const db = open(template);
  const all = db.prepare("SELECT CAST(contact_id AS TEXT) FROM contacts").pluck().all();
  db.close();
  return all;
})();
fs.writeFileSync(idFile, ids.join("\n"));

const paths = {
  card: `/sitoo/v2/customers?key_type=mobile&key=${encodeURIComponent(phone(17))}`,
  history: `/sitoo/v2/customers/${ids[17]}/transactions`,
};
const scriptArguments = { card: [credentials, customers, "card"], history: [credentials, customers, "history", idFile] };

// Is it all there? Five checks on the card, twenty purchases in the history.
async function sample(kind) {
  const server = await startKassabro(template);
  const answer = await get(server.port, paths[kind], { Authorization: `Basic ${credentials}` });
  await server.stop();
  const value = JSON.parse(answer.body);
  const count = kind === "card" ? value[0]?.bonus_checks?.length : value.length;
  if (answer.status !== 200 || count !== (kind === "card" ? checks : purchases)) throw new Error(`${kind}: ${answer.status} ${answer.body}`);
  return answer.body;
}

async function readRound(kind, name, start, answer) {
  const server = await start(answer);
  await wrk(server, "card.lua", 1, connections, scriptArguments[kind]);
  const cpu = cpuSeconds(server.child.pid);
  const run = await wrk(server, "card.lua", seconds, connections, scriptArguments[kind]);
  run.cpu_us = ((cpuSeconds(server.child.pid) - cpu) / run.requests) * 1e6;
  run.per_second = run.requests / run.seconds;
  await server.stop();
  if (run.not_2xx || run.socket_errors) throw new Error(`${name} failed: ${JSON.stringify(run)}; see ${server.log}`);
  say(`${kind}: ${name.padEnd(9)} ${run.per_second.toFixed(0).padStart(7)}/s  p99 ${(run.p99_us / 1000).toFixed(1)} ms  ${run.cpu_us.toFixed(1)} us of a core`);
  return run;
}

// Every answered redemption must be in the ledger, exactly once, and nothing may be left of its check.
function wrong(folder, acknowledged) {
  const db = open(folder);
  const count = (sql) => new Map(db.prepare(sql).raw().all());
  const uses = count("SELECT check_id, count(*) FROM bonus_entries WHERE kind = 'redeemed' GROUP BY check_id");
  const left = count("SELECT check_id, remaining_minor FROM bonus_checks");
  const answered = fs.readFileSync(acknowledged, "utf8").split("\n").filter(Boolean);
  db.close();
  return answered.filter((check) => uses.get(check) !== 1 || left.get(check) !== 0).length;
}

async function redeemRound() {
  const folder = `${results}/redeem`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(template, folder, { recursive: true });
  const server = await startKassabro(folder);
  const acknowledged = `${results}/redeemed.txt`;
  const post = (duration, run) =>
    promisify(execFile)(`${binaries}/bench_post`, [server.port, connections, duration, token, customers, run, acknowledged, "redeem"].map(String));
  await post(0.5, "warm");
  const cpu = cpuSeconds(server.child.pid);
  const result = JSON.parse((await post(seconds, "run")).stdout);
  result.cpu_us = ((cpuSeconds(server.child.pid) - cpu) / result.acknowledged) * 1e6;
  result.per_second = result.acknowledged / result.seconds;
  result.wrong = wrong(folder, acknowledged);
  await server.stop();
  if (result.acknowledged !== result.sent || result.wrong) throw new Error(`redeem failed: ${JSON.stringify(result)}; see ${server.log}`);
  say(`redeem: ${result.per_second.toFixed(0).padStart(7)}/s  p99 ${(result.p99_us / 1000).toFixed(1)} ms  ${result.cpu_us.toFixed(0)} us of a core`);
  return result;
}

const about = machine();
const answers = { card: await sample("card"), history: await sample("history") };
const contenders = { kassabro: () => startKassabro(template), nginx: (answer) => startNginx(answer) };
const reads = { card: { kassabro: [], nginx: [] }, history: { kassabro: [], nginx: [] } };
const redeems = [];
const disk = [];
for (let round = 0; round < rounds; ++round) {
  disk.push(fsyncRate(results));
  for (const kind of ["card", "history"])
    for (const [name, start] of Object.entries(contenders)) reads[kind][name].push(await readRound(kind, name, start, answers[kind]));
  redeems.push(await redeemRound());
}

const fields = (all, names) => Object.fromEntries(names.map((field) => [field, summary(all.map((one) => one[field]))]));
const read = (kind) => ({
  answer_bytes: answers[kind].length,
  ...Object.fromEntries(Object.entries(reads[kind]).map(([name, all]) => [name, fields(all, ["per_second", "cpu_us", "p50_us", "p99_us"])])),
  ratio: ratio(reads[kind].kassabro.map((one) => one.per_second), reads[kind].nginx.map((one) => one.per_second)),
});
const result = {
  machine: about,
  settings: { seconds, rounds, customers, checks, purchases, connections },
  disk: fields(disk, ["per_second", "p50_us", "p99_us"]),
  card: read("card"),
  history: read("history"),
  redeem: { ...fields(redeems, ["per_second", "cpu_us", "p50_us", "p99_us"]), verified: redeems.reduce((sum, one) => sum + one.acknowledged, 0) },
};
fs.writeFileSync(`${results}/bonus.json`, JSON.stringify(result, null, 2));
const { bonusTable } = await import("./tables.mjs");
console.log(bonusTable(result));
