// docs/performance_marketing.md from build/bench/marketing.json, whatever it says.
import fs from "node:fs";
import { occasion, whole } from "./tables.mjs";

const { machine, settings, told, took_s, quiet, during, receipts } = JSON.parse(fs.readFileSync("build/bench/marketing.json", "utf8"));
const ms = (us) => (us / 1000).toFixed(1);
const goal = (holds) => (holds ? "yes" : "**no**");
const mail = receipts["mail_html and plain_text"];

fs.writeFileSync(
  "docs/performance_marketing.md",
  `# Performance: the marketing programme

Written by \`script/bench report_marketing\` from the last run of \`script/bench marketing\`; do not edit.

Machine: ${machine.cores} cores of ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}. The sandbox and the load generator run on the same cores.
${occasion(machine)}.

| what | goal | measured | met |
|---|---|---|---|
| winback: who of ${whole(settings.customers)} customers has been silent for half a year, s (${whole(told)} told) | below 5 | ${took_s.toFixed(1)} | ${goal(took_s < 5)} |
| searches meanwhile, ${settings.perSecond} a second, p99, ms (quiet: ${ms(quiet.p99_us)}) | below 20 | ${ms(during.p99_us)} | ${goal(during.p99_us < 20_000)} |
| receipts written as mails, both parts, a second and core | 5,000 or more | ${whole(mail)} | ${goal(mail >= 5000)} |
| pages of receipts, a second and core | | ${whole(receipts.page_html)} | |
`,
);
