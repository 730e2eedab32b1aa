// docs/performance.md and docs/performance.svg from the last results in build/bench/suite, whatever they say.
import fs from "node:fs";
import { caseNames } from "../suite.mjs";
import { goalTable } from "./report_goals.mjs";
import { plot } from "./report_plot.mjs";
import { sectionOf } from "./report_tables.mjs";
import { occasion, whole } from "./tables.mjs";

const fileOf = (name) => `build/bench/suite/${name}.json`;
const results = Object.fromEntries(caseNames.filter((name) => fs.existsSync(fileOf(name))).map((name) => [name, JSON.parse(fs.readFileSync(fileOf(name), "utf8"))]));
const all = Object.values(results);
if (all.length === 0) throw new Error("there are no results: script/bench");
const { machine } = all.at(-1);
const [disk] = all.map((result) => result.disk);
const isQuick = all.some((result) => result.plan !== "full");

// The first line, without where the repository happens to lie.
const briefly = (error) => error.split("\n")[0].replaceAll(process.cwd(), ".");

function failuresOf(result) {
  const failed = Object.entries(result.sizes).flatMap(([size, { failures }]) => failures.map((one) => `- FAILED at ${size}: ${one.contender}: ${briefly(one.error)}`));
  if (result.failed) failed.push(`- FAILED: ${briefly(result.failed)}`);
  return failed.length > 0 ? `\n\n${failed.join("\n")}` : "";
}

const section = (result) => {
  const { rounds, seconds } = result.settings;
  const sizes = Object.keys(result.sizes).length > 0 ? sectionOf(result) : "";
  return `### ${result.name}\n\n${result.about}. ${occasion(result.machine)}; up to ${rounds} rounds of ${seconds} s.\n\n${sizes}${failuresOf(result)}`;
};

fs.writeFileSync("docs/performance.svg", plot(results));
fs.writeFileSync(
  "docs/performance.md",
  `# Performance

Written by \`script/bench report\` from the last run of \`script/bench\`; do not edit.
${isQuick ? "\n**Some of this is from a quick run, which shows that the cases work and no more: `script/bench` without arguments measures.**\n" : ""}
Machine: ${machine.cores} cores of ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}, Node ${machine.node}. The disk alone: ${whole(disk.per_second)}
appended blocks of 4 KiB a second, each made durable (fdatasync) before the next, median ${whole(disk.p50_us)} us, p99 ${whole(disk.p99_us)} us.

## Goals

For two cores, which the load generator, the mocks and the databases share with the server.

${goalTable(results)}

## How it was measured

${fs.readFileSync("bench/method.md", "utf8").trim()}

![The rates of each case, and how ours change as the store grows](performance.svg)

## Cases

${all.map(section).join("\n\n")}

## Published figures of others

${fs.readFileSync("bench/published.md", "utf8").trim()}

## Where the time of a search goes

${fs.readFileSync("bench/profile.md", "utf8").trim()}
`,
);
