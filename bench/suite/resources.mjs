// Memory, start, disk and the size of the program: of a fresh server, and with many customers and orders after searches, cards and orders.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { kassabroReading } from "../lib/contenders.mjs";
import { load } from "../lib/load.mjs";
import { memoryOf } from "../lib/machine.mjs";
import { binaries, results } from "../lib/servers.mjs";
import { bytesOf, filled } from "../lib/stores.mjs";

// What one order and its line in an index takes, from the same shop with and without purchases.
function bytesPerOrder({ customers, purchases }) {
  const few = Math.min(customers, 20_000);
  const [without, withThem] = [0, purchases].map((number) => bytesOf(filled({ customers: few, purchases: number, checks: 0 })));
  return (withThem - without) / (few * purchases);
}

function strippedSize() {
  const file = `${results}/kassabro.stripped`;
  execFileSync("strip", ["-o", file, `${binaries}/kassabro`]);
  const { size } = fs.statSync(file);
  fs.rmSync(file);
  return size;
}

async function measure(server, { customers, order_bytes, program_bytes, stripped_bytes, store_bytes }, plan) {
  const fresh = memoryOf(server.child.pid);
  if (server.isEmpty) return { ready_ms: server.ready_ms, ...fresh, program_bytes, stripped_bytes };
  for (const kind of ["search", "card", "ingest"]) await load(server, { kind, customers, seconds: plan.seconds });
  return { ready_ms: server.ready_ms, fresh_rss_mb: fresh.rss_mb, ...memoryOf(server.child.pid), store_bytes, order_bytes };
}

export default {
  name: "resources",
  about: "memory, time until ready, size on the disk",
  sizes: (plan) => [plan.resources.customers],
  rounds: () => 2,
  prepare(customers, plan) {
    const template = filled({ customers, checks: 0, purchases: plan.resources.purchases });
    return { template, customers, store_bytes: bytesOf(template), order_bytes: bytesPerOrder(plan.resources), program_bytes: fs.statSync(`${binaries}/kassabro`).size, stripped_bytes: strippedSize() };
  },
  contenders: ({ template }) => ({
    filled: () => kassabroReading(template),
    empty: async () => {
      const folder = `${results}/empty`;
      fs.rmSync(folder, { recursive: true, force: true });
      return Object.assign(await kassabroReading(folder), { isEmpty: true });
    },
  }),
  run: measure,
  line: (run) => `ready after ${run.ready_ms.toFixed(0)} ms, ${run.rss_mb.toFixed(0)} MB resident`,
};
