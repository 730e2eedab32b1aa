// Searches and cards at the tills' usual pace while everybody who is in Rule is mirrored. Results: build/bench/mirror.json
import fs from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { email, phone } from "./customers.mjs";
import { machine } from "./machine.mjs";
import { paced } from "./paced.mjs";
import { pause, results, startKassabro, startSandbox } from "./servers.mjs";
import { filled } from "./stores.mjs";

const Database = createRequire(new URL("../peers/", import.meta.url))("better-sqlite3");
const subscribers = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 20);
const patience_s = Number(process.argv[4] ?? 60); // how long it is watched without tills: the rate needs no more than a part of them
const perSecond = 500; // 500 tills, each with a customer a second
const customers = 20_000;
const credentials = { Authorization: `Basic ${Buffer.from("bench:bench").toString("base64")}` };
const say = (text) => process.stderr.write(`${text}\n`);

const template = filled({ customers, checks: 5, purchases: 20 });
const folder = `${results}/mirror`;
fs.rmSync(folder, { recursive: true, force: true });
fs.cpSync(template, folder, { recursive: true });

function send(port, method, path, body) {
  return new Promise((resolve, reject) => {
    const call = http.request({ host: "127.0.0.1", port, path, method, headers: { "Content-Type": "application/json" } }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part));
      answer.on("end", () => (answer.statusCode < 300 ? resolve(text) : reject(new Error(`${path}: ${answer.statusCode} ${text}`))));
    });
    call.on("error", reject);
    call.end(JSON.stringify(body));
  });
}

const about = machine();
const sandbox = await startSandbox();
await send(sandbox.port, "PUT", "/control/rule/switches", { requests_allowed: 50_000_000 });
await send(sandbox.port, "POST", "/control/rule/seed", { key: "rk_bench", subscribers, orders: "Order", bonus: true, seed: 1 });

const db = new Database(`${folder}/kassabro.db`, { readonly: true });
const mirrored = () => db.prepare("SELECT count(*) FROM contacts").pluck().get() - customers;

const server = await startKassabro(folder, "info", { "rule.base_url": `http://127.0.0.1:${sandbox.port}/rule/api` });
const next = () => {
  const i = Math.floor(Math.random() * customers);
  const [type, key] = Math.random() < 0.5 ? ["mobile", phone(i)] : ["email", email(i)];
  return { path: `/sitoo/v2/customers?key_type=${type}&key=${encodeURIComponent(key)}`, headers: credentials };
};
await paced(server.port, 100, 2, next); // warm
const before = mirrored();
const run = await paced(server.port, perSecond, seconds, next);
const during = mirrored() - before;
say(`${perSecond} cards a second: p99 ${(run.p99_us / 1000).toFixed(1)} ms while ${during} customers were mirrored`);
if (run.failed) throw new Error(`${run.failed} calls failed; see ${server.log}`);
if (during === 0) throw new Error("nothing was mirrored meanwhile");

const began = Date.now();
const already = mirrored();
while (mirrored() < subscribers && Date.now() - began < patience_s * 1000) await pause(1000);
const rate = (mirrored() - already) / ((Date.now() - began) / 1000);
say(`then ${rate.toFixed(0)} customers a second without tills; ${mirrored()} of ${subscribers} are here`);
await server.stop();
await sandbox.stop();
db.close();
fs.writeFileSync(
  `${results}/mirror.json`,
  JSON.stringify({ machine: about, settings: { subscribers, seconds, perSecond, customers }, ...run, during, rate }, null, 2),
);
