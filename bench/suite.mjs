// The benchmark suite: script/bench [--quick|--smoke] [--only=CONTENDER] [CASE...]. Each case is a module of bench/suite with
//   name        as it is called on the command line
//   about       what is measured, for the report
//   sizes       (plan) => what is varied from the outside, such as the number of customers; `sizeOf` names it
//   prepare     (size, plan) => context: what all contenders share, checked before anything is measured
//   contenders  (context, plan) => {name: async () => server}; the first one is ours unless `ours` says otherwise
//   run         (server, context, plan) => figures, with what was verified
// In every round each contender runs alone, one after the other: A B A B. Results: build/bench/suite/CASE.json, whatever happens.
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { beginNumbers } from "./lib/load.mjs";
import { fsyncRate, machine } from "./lib/machine.mjs";
import { median, ratio, summary } from "./lib/numbers.mjs";
import { planNamed } from "./lib/plan.mjs";
import { results } from "./lib/servers.mjs";

export const caseNames = ["search", "card", "redeem", "register", "ingest", "events", "delivery", "delay", "mixed", "bulk", "accounts", "connections", "orders", "resources", "instructions"];

const say = (text) => process.stderr.write(`${text}\n`);

async function runOnce(theCase, name, start, context, plan) {
  beginNumbers();
  const server = await start();
  try {
    return await theCase.run(server, context, plan);
  } finally {
    await server.stop();
  }
}

// One figure of a contender that failed says nothing; it is named and left out.
async function runRounds(theCase, size, plan) {
  const context = await theCase.prepare(size, plan);
  const contenders = Object.fromEntries(Object.entries(theCase.contenders(context, plan)).filter(([name]) => !plan.only || name === plan.only));
  const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const failures = [];
  const rounds = theCase.rounds?.(plan) ?? plan.rounds;
  for (let round = 0; round < rounds; ++round)
    for (const [name, start] of Object.entries(contenders)) {
      try {
        const run = await runOnce(theCase, name, start, context, plan);
        runs[name].push(run);
        say(`${theCase.name} ${size}: round ${round + 1}: ${name.padEnd(30)} ${theCase.line?.(run) ?? rateLine(run)}`);
      } catch (error) {
        failures.push({ contender: name, error: error.message });
        say(`${theCase.name} ${size}: ${name} FAILED: ${error.message}`);
      }
    }
  return { ...summarised(runs, theCase.ours ?? Object.keys(contenders)[0]), failures };
}

const rateLine = (run) =>
  `${run.per_second.toFixed(0).padStart(8)}/s` + (run.half_p99_us === undefined ? "" : `  at half: p99 ${(run.half_p99_us / 1000).toFixed(1)} ms, p99.9 ${(run.half_p999_us / 1000).toFixed(1)} ms`);

function summarised(runs, ours) {
  const measured = {};
  const ratios = {};
  for (const [name, all] of Object.entries(runs)) {
    if (all.length === 0) continue;
    const fields = Object.keys(all[0]).filter((field) => all.every((run) => Number.isFinite(run[field])));
    measured[name] = Object.fromEntries(fields.map((field) => [field, summary(all.map((run) => run[field]))]));
    const isComparable = name !== ours && all.length === runs[ours]?.length && measured[name].per_second?.min > 0;
    if (isComparable) ratios[name] = ratio(runs[ours].map((run) => run.per_second), all.map((run) => run.per_second));
  }
  return { measured, ratios };
}

async function runCase(name, plan) {
  const theCase = (await import(`./suite/${name}.mjs`)).default;
  const began = performance.now();
  const result = { name, about: theCase.about, plan: plan.name, settings: plan, machine: machine(), size_of: theCase.sizeOf ?? "customers", sizes: {} };
  result.disk = fsyncRate(results, plan.name === "full" ? 2 : 0.3);
  try {
    for (const size of theCase.sizes(plan)) result.sizes[size] = await runRounds(theCase, size, plan);
  } catch (error) {
    result.failed = error.stack;
    say(`${name} FAILED: ${error.stack}`);
  }
  result.took_s = (performance.now() - began) / 1000;
  fs.mkdirSync(`${results}/suite`, { recursive: true });
  fs.writeFileSync(`${results}/suite/${name}.json`, JSON.stringify(result, null, 2));
  say(`${name}: ${result.took_s.toFixed(0)} s`);
  return !result.failed && Object.values(result.sizes).every((size) => size.failures.length === 0);
}

async function main(args) {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
  const plan = { only, ...planNamed(["smoke", "quick"].find((name) => args.includes(`--${name}`)) ?? "full") };
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const unknown = wanted.filter((name) => !caseNames.includes(name));
  if (unknown.length > 0) throw new Error(`no such case: ${unknown}; there are ${caseNames}`);
  fs.mkdirSync(results, { recursive: true });
  const took = [];
  let good = true;
  for (const name of wanted.length > 0 ? wanted : caseNames) {
    const began = performance.now();
    good = (await runCase(name, plan)) && good;
    took.push((performance.now() - began) / 1000);
  }
  say(`${took.length} cases in ${took.reduce((sum, one) => sum + one, 0).toFixed(0)} s, the middle one ${median(took).toFixed(0)} s`);
  if (!good) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
