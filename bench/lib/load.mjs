// One run of bench_load, with what it cost the servers. Closed loop: each of the connections asks as soon as it is answered. Open loop:
// calls at fixed times whether or not earlier ones are answered, and a latency counts from when the call was due.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { cpuSeconds } from "./machine.mjs";
import { binaries, ports, results } from "./servers.mjs";

export const acceptedFile = `${results}/accepted-${ports.kassabro}.txt`; // of this run, not of another that goes on beside it

let first = 0; // each run has its own numbers, so that runs on one store do not meet

export const beginNumbers = () => (first = 0);

export async function load(server, options) {
  const settings = { port: server.port, connections: 64, seconds: 1, warm: 0.2, first, accepted: acceptedFile, ...options };
  const cpu = cpuSeconds(server.pids);
  const args = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const { stdout } = await promisify(execFile)(`${binaries}/bench_load`, args);
  const run = JSON.parse(stdout);
  first += run.sent * (settings.kind === "events" ? 10 : 1);
  const answered = run.good + run.refused + run.wrong;
  run.cpu_us = ((cpuSeconds(server.pids) - cpu) / answered) * 1e6;
  run.per_second = run.counted > 0 ? run.counted / run.seconds : 0;
  run.rate = settings.rate ?? 0;
  const isGood = run.refused === 0 && run.wrong === 0 && run.broken === 0 && run.good > 0;
  if (!isGood) throw new Error(`${server.name}: ${settings.kind}: ${stdout.trim()}; see ${server.log}`);
  return run;
}
