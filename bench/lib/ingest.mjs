// Orders that are on the disk when they are answered, interleaved with the peer. Results: build/bench/ingest.json
import { execFile, execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { token } from "./customers.mjs";
import { cpuSeconds, fsyncRate, machine } from "./machine.mjs";
import { ratio, summary } from "./numbers.mjs";
import { binaries, results, startFastify, startKassabro } from "./servers.mjs";

const Database = createRequire(new URL("../peers/", import.meta.url))("better-sqlite3");
const seconds = Number(process.argv[2] ?? 5);
const rounds = Number(process.argv[3] ?? 5);
const customers = 10_000;
const say = (text) => process.stderr.write(`${text}\n`);

const template = `${results}/ingest-template`;
fs.rmSync(template, { recursive: true, force: true });
execFileSync(`${binaries}/bench_fill`, [template, String(customers)]);

// How many of the answered orders are not in the database: the promise is none.
function lost(folder, acknowledged) {
  const db = new Database(`${folder}/kassabro.db`, { readonly: true });
  const find = db.prepare("SELECT 1 FROM orders WHERE order_id = ?").pluck();
  const ids = fs.readFileSync(acknowledged, "utf8").split("\n").filter(Boolean);
  const missing = ids.filter((id) => find.get(id) === undefined).length;
  db.close();
  return missing;
}

// Every run begins with the same small database.
async function run(name, start, connections) {
  const folder = `${results}/ingest`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(template, folder, { recursive: true });
  const server = await start(folder);
  const acknowledged = `${results}/acknowledged.txt`;
  const post = (duration, id) =>
    promisify(execFile)(`${binaries}/bench_post`, [server.port, connections, duration, token, customers, id, acknowledged].map(String));
  await post(0.5, "warm");
  const cpu = cpuSeconds(server.child.pid);
  const result = JSON.parse((await post(seconds, "run")).stdout);
  result.cpu_us = ((cpuSeconds(server.child.pid) - cpu) / result.acknowledged) * 1e6;
  result.per_second = result.acknowledged / result.seconds;
  // Looked at while the server still runs: what was answered must already be there.
  result.lost = lost(folder, acknowledged);
  await server.stop();
  if (result.acknowledged !== result.sent || result.lost) throw new Error(`${name} failed: ${JSON.stringify(result)}; see ${server.log}`);
  return result;
}

const about = machine();
const contenders = {
  kassabro: (folder) => startKassabro(folder),
  fastify: (folder) => startFastify("ingest", { DATABASE: `${folder}/kassabro.db`, TOKEN: token }),
};
const runs = {};
const disk = [];
for (let round = 0; round < rounds; ++round) {
  disk.push(fsyncRate(results));
  for (const connections of [1, 64])
    for (const [name, start] of Object.entries(contenders)) {
      const result = await run(name, start, connections);
      ((runs[connections] ??= {})[name] ??= []).push(result);
      say(`round ${round + 1}: ${name.padEnd(9)} ${String(connections).padStart(2)} in flight ${result.per_second.toFixed(0).padStart(6)}/s  p99 ${(result.p99_us / 1000).toFixed(1)} ms  ${result.cpu_us.toFixed(0)} us of a core`);
    }
}

const fields = (all, names) => Object.fromEntries(names.map((field) => [field, summary(all.map((one) => one[field]))]));
const result = { machine: about, settings: { seconds, rounds, customers }, disk: fields(disk, ["per_second", "p50_us", "p99_us"]), in_flight: {} };
for (const [connections, both] of Object.entries(runs))
  result.in_flight[connections] = {
    ...Object.fromEntries(Object.entries(both).map(([name, all]) => [name, fields(all, ["per_second", "cpu_us", "p50_us", "p99_us"])])),
    ratio: ratio(both.kassabro.map((one) => one.per_second), both.fastify.map((one) => one.per_second)),
    verified: both.kassabro.reduce((sum, one) => sum + one.acknowledged, 0),
  };
fs.writeFileSync(`${results}/ingest.json`, JSON.stringify(result, null, 2));
const { ingestTable } = await import("./tables.mjs");
console.log(ingestTable(result));
