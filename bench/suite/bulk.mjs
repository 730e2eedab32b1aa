// Old orders from Sitoo and files of bonus checks, with tills asking meanwhile; files beside SheetJS and ssconvert. bench/lib/bulk.mjs
// measures; it runs by itself, because the most memory that a process has ever had is part of it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { results } from "../lib/servers.mjs";

const program = fileURLToPath(new URL("../lib/bulk.mjs", import.meta.url));

export default {
  name: "bulk",
  sizeOf: "old orders",
  about: "old orders from the sandbox's Sitoo to its Rule, files of bonus checks, and 500 searches a second meanwhile",
  sizes: (plan) => [plan.bulk.orders],
  rounds: () => 1,
  prepare: () => ({}),
  contenders: () => ({ kassabro: async () => ({ stop: async () => {} }) }),
  run(_, __, { bulk }) {
    const args = [bulk.orders, bulk.checks, bulk.etaOrders, bulk.quietSeconds, bulk.tillSeconds].map(String);
    execFileSync(process.execPath, [program, ...args], { stdio: ["ignore", "inherit", "inherit"] });
    const { history, tills, imports, readers } = JSON.parse(fs.readFileSync(`${results}/bulk.json`, "utf8"));
    return {
      per_second: history.orders / history.took_s,
      memory_mb: Math.max(history.memory_mb, ...imports.map((one) => one.memory_mb)),
      quiet_p99_us: tills.alone.p99_us,
      during_p99_us: tills.run.p99_us,
      xlsx_to_sheetjs: readers[0].sheetjs.took_s / readers[0].ours.took_s,
      xlsx_to_ssconvert: readers[0].ssconvert.took_s / readers[0].ours.took_s,
      txt_to_sheetjs: readers[1].sheetjs.took_s / readers[1].ours.took_s,
      txt_to_ssconvert: readers[1].ssconvert.took_s / readers[1].ours.took_s,
    };
  },
  line: (run) => `${run.per_second.toFixed(0)} old orders/s; searches p99 ${(run.quiet_p99_us / 1000).toFixed(1)} ms quiet, ${(run.during_p99_us / 1000).toFixed(1)} ms meanwhile`,
};
