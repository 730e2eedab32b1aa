// docs/performance_bonus.md from build/bench/bonus.json and build/bench/mirror.json, whatever they say.
import fs from "node:fs";
import { bonusGoalTable, bonusTable, occasion, whole } from "./tables.mjs";

const read = (name) => JSON.parse(fs.readFileSync(`build/bench/${name}.json`, "utf8"));
const bonus = read("bonus");
const mirror = read("mirror");
const ms = (us) => (us / 1000).toFixed(1);
const { settings } = bonus;

fs.writeFileSync(
  "docs/performance_bonus.md",
  `# Performance: bonus checks and the mirror

Written by \`script/bench report_bonus\` from the last runs of \`script/bench bonus\` and \`script/bench mirror\`; do not edit.

Machine: ${bonus.machine.cores} cores of ${bonus.machine.cpu}, ${bonus.machine.memory_gb} GB, ${bonus.machine.system}. The load generator runs on the same cores.

## Goals

${bonusGoalTable(bonus, mirror)}

## Cards, latest purchases, redemptions

${occasion(bonus.machine)}.

${bonusTable(bonus)}

${whole(settings.customers)} customers with ${settings.checks} bonus checks and ${settings.purchases} purchases each, ${settings.connections} connections, ${settings.rounds} rounds of ${settings.seconds} s, one contender after the
other. *card* is \`GET /sitoo/v2/customers\` with its sections, *history* the latest purchases; nginx sends one of these answers from a
file. *redeem* is \`POST /sitoo/v1/redeem\` of one check each, durable when it is answered, while the worker tries to tell Rule (a closed
port). After every run each answered redemption was looked for in the ledger: of ${whole(bonus.redeem.verified)} none was missing or double.

The disk alone: ${whole(bonus.disk.per_second.median)} appended blocks of 4 KiB a second, each made durable before the next.

## While everybody in Rule is mirrored

${occasion(mirror.machine)}.

${whole(mirror.settings.perSecond)} cards a second by e-mail and phone, at fixed times whether or not earlier ones are answered, for ${mirror.settings.seconds} s while ${whole(mirror.during)} of
${whole(mirror.settings.subscribers)} subscribers were mirrored from the sandbox on the same cores: p50 ${ms(mirror.p50_us)} ms, p99 ${ms(mirror.p99_us)} ms, p99.9 ${ms(mirror.p999_us)} ms. Without
tills the mirror took over ${whole(mirror.rate)} customers a second.

## What was won, and what is left

${fs.readFileSync("bench/profile_bonus.md", "utf8").trim()}
`,
);
