// Old orders from Sitoo to Rule and files of bonus checks, and what tills notice of it. Results: build/bench/bulk.json
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { adminOf, send } from "./admin.mjs";
import { machine } from "./machine.mjs";
import { paced } from "./paced.mjs";
import { binaries, pause, results, startKassabro, startSandbox } from "./servers.mjs";

const orders = Number(process.argv[2] ?? 400_000);
const checks = Number(process.argv[3] ?? 100_000);
const customers = 20_000;
const perSecond = 500; // 500 tills, each with a customer a second
const throttledOrders = Number(process.argv[4] ?? 12_000);
const quietSeconds = Number(process.argv[5] ?? 10);
const tillSeconds = Number(process.argv[6] ?? 20);
const key = "rk_bench";
const say = (text) => process.stderr.write(`${text}\n`);
const seconds = (since) => (performance.now() - since) / 1000;

// The most memory that the server, and the program that reads its files, have had so far.
function peakMemory(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024;
}

async function open(name, seed) {
  const folder = `${results}/${name}`;
  fs.rmSync(folder, { recursive: true, force: true });
  const sandbox = await startSandbox();
  await send(sandbox.port, "PUT", "/control/rule/switches", { requests_allowed: 50_000_000 });
  await send(sandbox.port, "POST", "/control/seed", seed);
  const kassabro = await startKassabro(folder, "info", {
    "rule.base_url": `http://127.0.0.1:${sandbox.port}/rule/api`,
    "sitoo.base_url": `http://127.0.0.1:${sandbox.port}/sitoo`,
  });
  const admin = adminOf(folder);
  const account = await admin("POST", "/accounts", {
    name: "Bench",
    rule_api_key: key,
    sitoo_base_url: `http://127.0.0.1:${sandbox.port}/sitoo`,
    sitoo_api_id: "1500-1",
    sitoo_password: "sandbox",
    settings: { rule: { mirror: false } },
  });
  const job = async (kind) => (await admin("GET", `/jobs?account=${account.account_id}`)).items.find((item) => item.kind === kind);
  const close = async () => {
    await kassabro.stop();
    await sandbox.stop();
  };
  return { sandbox, kassabro, admin, account: account.account_id, job, close };
}

const startHistory = (shop) => shop.admin("POST", "/jobs/run", { account: shop.account, kind: "history", request: {} });

async function untilEnded(shop, kind, watch = () => {}) {
  for (;;) {
    const job = await shop.job(kind);
    if (job.state === "failed") throw new Error(`${kind}: ${job.reason}`);
    if (job.state === "finished") return job;
    watch(job);
    await pause(100);
  }
}

async function measureHistory() {
  const shop = await open("bulk_history", { customers, orders, seed: 1 });
  const began = performance.now();
  await startHistory(shop);
  const job = await untilEnded(shop, "history");
  const took = seconds(began);
  const memory = peakMemory(shop.kassabro.child.pid);
  say(`${job.done} orders in ${took.toFixed(1)} s, ${job.report.told} told to Rule, ${memory.toFixed(0)} MB`);
  await shop.close();
  return { orders: job.done, told: job.report.told, took_s: took, memory_mb: memory };
}

// With a Sitoo that takes its time: when did it say it would end, from the first tenth on?
async function measureEta() {
  const shop = await open("bulk_eta", { customers: 2_000, orders: throttledOrders, seed: 2 });
  await send(shop.sandbox.port, "PUT", "/control/sitoo/switches", { list_items_max: 100, latency_ms: 350 });
  const began = performance.now();
  const said = [];
  await startHistory(shop);
  await untilEnded(shop, "history", (job) => {
    if (job.total && job.done >= job.total / 10 && job.seconds_left !== null) said.push(seconds(began) + job.seconds_left);
  });
  const took = seconds(began);
  const worst = Math.max(...said.map((end) => Math.abs(end - took) / took));
  say(`throttled: ${took.toFixed(1)} s, foretold within ${(worst * 100).toFixed(1)} % from the first tenth on`);
  await shop.close();
  return { orders: throttledOrders, took_s: took, said: said.length, worst_share: worst };
}

const upload = (shop, file) =>
  shop.admin("POST", `/imports/upload?account=${shop.account}&unknown_customers=create&file_name=${file}`, fs.readFileSync(`${results}/${file}`));

async function measureImport(file) {
  const shop = await open("bulk_import", { customers: 0, orders: 0, seed: 1 });
  const began = performance.now();
  const staged = await upload(shop, file);
  const staged_s = seconds(began);
  const applied = await shop.admin("POST", `/imports/${staged.id}/apply`, { account: shop.account });
  const took = seconds(began);
  if (applied.state !== "applied" || Number(staged.rows) !== checks) throw new Error(`${file}: ${JSON.stringify(applied).slice(0, 500)}`);
  const memory = peakMemory(shop.kassabro.child.pid);
  say(`${file}: dry run ${staged_s.toFixed(1)} s, applied after ${took.toFixed(1)} s, ${memory.toFixed(0)} MB`);
  await shop.close();
  return { file, bytes: fs.statSync(`${results}/${file}`).size, staged_s, took_s: took, memory_mb: memory };
}

// Tills search while old orders and a file come in.
async function measureTills() {
  const shop = await open("bulk_tills", { customers, orders, seed: 1 });
  const names = [];
  for (let i = 0; i < 1_000; ++i) names.push(`till${i}@example.com`);
  for (const email of names) await send(shop.kassabro.port, "POST", "/sitoo/v1/contacts", { email }, { Authorization: `Bearer ${key}` });
  const next = () => ({
    path: `/sitoo/v1/contacts?key=${names[Math.floor(Math.random() * names.length)]}`,
    headers: { Authorization: `Bearer ${key}` },
  });
  await paced(shop.kassabro.port, 100, 2, next); // warm
  const alone = await paced(shop.kassabro.port, perSecond, quietSeconds, next);
  await startHistory(shop);
  const imported = upload(shop, "checks.txt").then((staged) => shop.admin("POST", `/imports/${staged.id}/apply`, { account: shop.account }));
  const run = await paced(shop.kassabro.port, perSecond, tillSeconds, next);
  const history = await shop.job("history");
  if (run.failed) throw new Error(`${run.failed} calls failed; see ${shop.kassabro.log}`);
  if (history.state !== "running") throw new Error("the old orders had arrived before the tills had been measured");
  say(`${perSecond} searches a second: p99 ${(alone.p99_us / 1000).toFixed(1)} ms alone, ${(run.p99_us / 1000).toFixed(1)} ms while both run`);
  await imported;
  await shop.close();
  return { perSecond, alone, run, history_done: history.done };
}

function measureSheetJs(file) {
  const program = `const fs = require("fs"); const xlsx = require("xlsx"); const began = performance.now();
    const book = xlsx.read(fs.readFileSync(process.argv[1]), { dense: true });
    const rows = xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
    console.log(JSON.stringify({ rows: rows.length, took_s: (performance.now() - began) / 1000, memory_mb: process.resourceUsage().maxRSS / 1024 }));`;
  const peers = new URL("../peers", import.meta.url);
  const read = JSON.parse(execFileSync(process.execPath, ["-e", program, `${results}/${file}`], { cwd: peers, encoding: "utf8" }));
  if (read.rows < checks) throw new Error(`SheetJS has read ${read.rows} rows of ${file}`);
  say(`SheetJS reads ${file} in ${read.took_s.toFixed(1)} s, ${read.memory_mb.toFixed(0)} MB`);
  return { file, ...read };
}

// What a shop would do by hand: Gnumeric's converter, to CSV.
function measureSsconvert(file) {
  const csv = `${results}/ssconvert.csv`;
  const began = performance.now();
  const how = file.endsWith(".txt") ? ["--import-encoding=UTF-16"] : [];
  execFileSync("ssconvert", [...how, `${results}/${file}`, csv], { stdio: "ignore" });
  const took_s = seconds(began);
  const rows = fs.readFileSync(csv, "utf8").split("\n").length - 1;
  if (rows < checks) throw new Error(`ssconvert has read ${rows} rows of ${file}`);
  say(`ssconvert reads ${file} in ${took_s.toFixed(1)} s`);
  return { file, rows, took_s };
}

// Our reading alone, as SheetJS is measured: the program that reads files, its rows written to nowhere.
async function measureReader(file) {
  const input = fs.openSync(`${results}/${file}`, "r");
  const began = performance.now();
  const child = spawn(`${binaries}/kassabro-sheet`, [], { stdio: [input, "ignore", "inherit"] });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  let memory = 0;
  const watch = setInterval(() => {
    try {
      memory = Math.max(memory, peakMemory(child.pid));
    } catch {
      // it has ended
    }
  }, 10);
  const status = await ended;
  clearInterval(watch);
  fs.closeSync(input);
  if (status !== 0) throw new Error(`the reader ended with ${status}`);
  const took = seconds(began);
  say(`our reader reads ${file} in ${took.toFixed(1)} s, ${memory.toFixed(0)} MB`);
  return { file, took_s: took, memory_mb: memory };
}

const about = machine();
fs.mkdirSync(results, { recursive: true });
execFileSync("/usr/bin/python3", ["bench/lib/checks_file.py", results, String(checks)], { stdio: "inherit" });
const files = ["checks.xlsx", "checks.txt"];
const readers = [];
for (const file of files) readers.push({ ours: await measureReader(file), sheetjs: measureSheetJs(file), ssconvert: measureSsconvert(file) });
const imports = [];
for (const file of files) imports.push(await measureImport(file));
const history = await measureHistory();
const eta = await measureEta();
const tills = await measureTills();
fs.writeFileSync(
  `${results}/bulk.json`,
  JSON.stringify({ machine: about, settings: { orders, checks, customers }, readers, imports, history, eta, tills }, null, 2),
);
