// docs/performance_bulk.md from build/bench/bulk.json, whatever it says.
import fs from "node:fs";
import { occasion, whole } from "./tables.mjs";

const bulk = JSON.parse(fs.readFileSync("build/bench/bulk.json", "utf8"));
const { machine, settings, readers, imports, history, eta, tills } = bulk;
const s = (seconds) => seconds.toFixed(1);
const ms = (us) => (us / 1000).toFixed(1);
const goal = (holds) => (holds ? "yes" : "**no**");
const [xlsx, txt] = imports;
const factor = ({ ours, sheetjs }) => sheetjs.took_s / ours.took_s;
const perOrder = (history.took_s * 400_000) / history.orders;

const goals = [
  ["old orders, 400,000 at this pace, s", "120 or less", s(perOrder), perOrder <= 120],
  [`${whole(settings.checks)} checks from .xlsx compared with the ledger, s`, "10 or less", s(xlsx.staged_s), xlsx.staged_s <= 10],
  [`${whole(settings.checks)} checks from .txt compared with the ledger, s`, "3 or less", s(txt.staged_s), txt.staged_s <= 3],
  ["reading the .xlsx, times as quick as SheetJS", "3 or more", factor(readers[0]).toFixed(1), factor(readers[0]) >= 3],
  ["reading the .txt, times as quick as SheetJS", "3 or more", factor(readers[1]).toFixed(1), factor(readers[1]) >= 3],
  ["memory, the most of all runs, MB", "below 200", Math.max(history.memory_mb, xlsx.memory_mb, txt.memory_mb).toFixed(0), Math.max(history.memory_mb, xlsx.memory_mb, txt.memory_mb) < 200],
  ["p99 of searches while both run, ms", "below 20", ms(tills.run.p99_us), tills.run.p99_us < 20_000],
  ["the end foretold from the first tenth on, % off", "10 or less", (eta.worst_share * 100).toFixed(1), eta.worst_share <= 0.1],
];

fs.writeFileSync(
  "docs/performance_bulk.md",
  `# Performance: old orders and files of bonus checks

Written by \`script/bench report_bulk\` from the last run of \`script/bench bulk\`; do not edit.

Machine: ${machine.cores} cores of ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}. The sandbox's Sitoo and Rule, and the load generator, run on the same cores.
${occasion(machine)}.

## Goals

| what | goal | measured | met |
|---|---|---|---|
${goals.map(([what, wanted, measured, holds]) => `| ${what} | ${wanted} | ${measured} | ${goal(holds)} |`).join("\n")}

## Old orders

${whole(history.orders)} orders of ${whole(settings.customers)} customers came from the sandbox's Sitoo to its Rule in ${s(history.took_s)} s, ${whole(history.told)} of them told to Rule (the others name nobody); the most memory
was ${history.memory_mb.toFixed(0)} MB. With a Sitoo that answers after 350 ms with 100 orders a page, ${whole(eta.orders)} orders took ${s(eta.took_s)} s.

## Files

| file | bytes | dry run, s | applied after, s | memory of the server, MB | reading alone, s | of the reader, MB | SheetJS, s | of SheetJS, MB | ssconvert, s |
|---|---|---|---|---|---|---|---|---|---|
${imports.map((one, i) => `| ${one.file} | ${whole(one.bytes)} | ${s(one.staged_s)} | ${s(one.took_s)} | ${one.memory_mb.toFixed(0)} | ${readers[i].ours.took_s.toFixed(2)} | ${readers[i].ours.memory_mb.toFixed(0)} | ${readers[i].sheetjs.took_s.toFixed(2)} | ${readers[i].sheetjs.memory_mb.toFixed(0)} | ${readers[i].ssconvert.took_s.toFixed(2)} |`).join("\n")}

Each of the ${whole(settings.checks)} rows has an e-mail address and a phone of a customer who is not known yet: the dry run reads them and compares them with
the ledger, applying makes ${whole(settings.checks)} customers and checks while the outbox tells Rule of them.

## Tills meanwhile

${tills.perSecond} searches a second, at fixed times whether or not earlier ones are answered: p99 ${ms(tills.alone.p99_us)} ms alone, ${ms(tills.run.p99_us)} ms while old orders and a file
came in (p50 ${ms(tills.run.p50_us)} ms, p99.9 ${ms(tills.run.p999_us)} ms).
`,
);
