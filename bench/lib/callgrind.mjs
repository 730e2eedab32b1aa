// How many instructions the server needs for a request, by callgrind: the same on a busy machine as on a quiet one, so a small change of
// the code shows. One connection, one request after the other; between two dumps nothing else is asked, so starting and warming up do
// not count.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { load } from "./load.mjs";
import { binaries, ports, results, serveArguments, start } from "./servers.mjs";
import { copyOf, filled } from "./stores.mjs";

const customers = 1_000;
const out = `${results}/callgrind.out`;

// Who does the work: for a search the thread of its connection, for an order that and the store's writer. What the others do meanwhile
// (a worker that tries to reach Rule, what is looked at once a second) depends on the clock. The worker's own writes are the writer's
// too: they move an order's figure by some 4 %, though its connection's thread stays within 0.1 %.
const threads = { search: 1, ingest: 2 };

// Of the busiest threads, since the last dump; dump 3 is in the files out.3-01, out.3-02 …
function dumped(pid, number, busiest) {
  execFileSync("callgrind_control", ["-d", String(pid)], { stdio: "ignore" });
  const files = fs.readdirSync(results).filter((name) => name.startsWith(`callgrind.out.${number}-`));
  const totals = files.map((name) => Number(/^totals: (\d+)/m.exec(fs.readFileSync(`${results}/${name}`, "utf8"))?.[1] ?? 0));
  for (const name of files) fs.rmSync(`${results}/${name}`);
  return totals.sort((a, b) => b - a).slice(0, busiest).reduce((sum, one) => sum + one, 0);
}

// Without debug information: Debian's valgrind cannot read what this compiler writes.
function programWithoutDebug() {
  const program = `${results}/kassabro.callgrind`;
  execFileSync("strip", ["--strip-debug", "-o", program, `${binaries}/kassabro`]);
  return program;
}

function startUnderCallgrind(folder) {
  return start({
    name: "callgrind",
    port: ports.kassabro,
    readyPath: "/readyz",
    patience_s: 300,
    command: "valgrind",
    args: ["--tool=callgrind", "--separate-threads=yes", `--callgrind-out-file=${out}`, programWithoutDebug(), ...serveArguments(folder, "info")],
    signal: "SIGKILL", // its own last dump is not needed
  });
}

// {search, ingest}: instructions for one of them, the lowest of several turns.
export async function instructions(requests) {
  const server = await startUnderCallgrind(copyOf(filled({ customers }), "callgrind-shop"));
  const ask = (kind, count) => load(server, { kind, customers, connections: 1, count, seconds: 600, warm: 0, check: 1 });
  const counted = {};
  let dumps = 0;
  try {
    for (const kind of ["search", "ingest"]) {
      await ask(kind, Math.ceil(requests / 4)); // caches and prepared statements
      dumped(server.child.pid, ++dumps, 0);
      const turns = [];
      for (let turn = 0; turn < 5; ++turn) {
        await ask(kind, requests);
        turns.push(dumped(server.child.pid, ++dumps, threads[kind]) / requests);
      }
      counted[kind] = Math.round(Math.min(...turns)); // what disturbs a turn (the worker's own writes) only adds
    }
  } finally {
    await server.stop();
  }
  return counted;
}
