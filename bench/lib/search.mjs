// Searches by random keys, interleaved with the peers; memory and start-up time besides. Results: build/bench/search.json
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { email, nationalPhone, phone, token } from "./customers.mjs";
import { cpuSeconds, machine, memoryOf } from "./machine.mjs";
import { ratio, summary } from "./numbers.mjs";
import { binaries, get, results, startFastify, startKassabro, startNginx } from "./servers.mjs";
import { wrk } from "./wrk.mjs";

const customers = Number(process.argv[2] ?? 1_000_000);
const seconds = Number(process.argv[3] ?? 10);
const rounds = Number(process.argv[4] ?? 5);
const connections = 64;
const folder = `${results}/customers-${customers}`;
const database = `${folder}/kassabro.db`;
const say = (text) => process.stderr.write(`${text}\n`);

// Made once; kept for the next run.
function fill() {
  if (fs.existsSync(`${folder}/filled`)) return;
  say(`filling: ${customers} customers`);
  fs.rmSync(folder, { recursive: true, force: true });
  execFileSync(`${binaries}/bench_fill`, [folder, String(customers)]);
  fs.writeFileSync(`${folder}/filled`, "");
}

const search = async (server, key) => {
  const answer = await get(server.port, `/sitoo/v1/contacts?key=${encodeURIComponent(key)}`, { Authorization: `Bearer ${token}` });
  if (answer.status !== 200) throw new Error(`${server.name}: ${answer.status} ${answer.body}`);
  return answer.body;
};

// Before anything is measured: does everybody find the right person, and say the same about him or her?
async function checkAnswers() {
  const server = await startKassabro(folder);
  const keys = Array.from({ length: 300 }, (_, n) => Math.floor(((n + 0.5) / 300) * customers))
    .flatMap((i) => [[i, phone(i)], [i, nationalPhone(i)], [i, email(i)]]);
  const answers = [];
  for (const [i, key] of keys) {
    const body = await search(server, key);
    if (JSON.parse(body)[0]?.email !== email(i)) throw new Error(`wrong answer for ${key}: ${body}`);
    answers.push(body);
  }
  await server.stop();
  const peer = await startFastify("search", { DATABASE: database, TOKEN: token });
  for (const [n, [, key]] of keys.entries()) {
    const body = await search(peer, key);
    const sorted = (text) => JSON.stringify(Object.entries(JSON.parse(text)[0]).sort());
    if (sorted(body) !== sorted(answers[n])) throw new Error(`the answers differ for ${key}:\n${answers[n]}\n${body}`);
  }
  await peer.stop();
  return answers[0];
}

const load = (server, duration) => wrk(server, "search.lua", duration, connections, [token, customers]);

fill();
const about = machine();
const answer = await checkAnswers();
const contenders = {
  kassabro: () => startKassabro(folder),
  nginx: () => startNginx(answer),
  fastify: () => startFastify("search", { DATABASE: database, TOKEN: token }),
  "fastify, 2 processes": () => startFastify("search", { DATABASE: database, TOKEN: token, PROCESSES: "2" }),
  "kassabro, log.level=warn": () => startKassabro(folder, "warn"),
};
const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < rounds; ++round)
  for (const [name, start] of Object.entries(contenders)) {
    const server = await start();
    await load(server, 1); // warm
    const cpu = cpuSeconds(server.child.pid);
    const run = await load(server, seconds);
    run.cpu_us = ((cpuSeconds(server.child.pid) - cpu) / run.requests) * 1e6;
    run.per_second = run.requests / run.seconds;
    run.ready_ms = server.ready_ms;
    Object.assign(run, memoryOf(server.child.pid));
    await server.stop();
    if (run.not_2xx || run.socket_errors) throw new Error(`${name} failed: ${JSON.stringify(run)}; see ${server.log}`);
    runs[name].push(run);
    say(`round ${round + 1}: ${name.padEnd(26)} ${run.per_second.toFixed(0).padStart(7)}/s  p99 ${(run.p99_us / 1000).toFixed(1)} ms  ${run.cpu_us.toFixed(1)} us of a core`);
  }

// A server that has nothing to do and nobody in its store.
const empty = `${results}/empty`;
fs.rmSync(empty, { recursive: true, force: true });
const idle = await startKassabro(empty);
const idleMemory = memoryOf(idle.child.pid);
await idle.stop();

const of = (name, field) => runs[name].map((run) => run[field]);
const measured = Object.fromEntries(
  Object.keys(contenders).map((name) => [
    name,
    Object.fromEntries(["per_second", "cpu_us", "p50_us", "p99_us", "rss_mb", "pss_mb", "ready_ms"].map((field) => [field, summary(of(name, field))])),
  ]),
);
const against = (name) => ratio(of("kassabro", "per_second"), of(name, "per_second"));
fs.writeFileSync(
  `${results}/search.json`,
  JSON.stringify(
    {
      machine: about,
      settings: { customers, seconds, rounds, connections, answer_bytes: answer.length, database_mb: fs.statSync(database).size / 2 ** 20 },
      measured,
      ratios: { nginx: against("nginx"), fastify: against("fastify"), "fastify, 2 processes": against("fastify, 2 processes") },
      idle: idleMemory,
    },
    null,
    2,
  ),
);
const { searchTable } = await import("./tables.mjs");
console.log(searchTable(JSON.parse(fs.readFileSync(`${results}/search.json`, "utf8"))));
