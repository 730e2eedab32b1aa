// docs/performance_mirror.md from build/bench/mirror.json, whatever it says.
import fs from "node:fs";
import { goalRows, occasion, whole } from "./tables.mjs";

const mirror = JSON.parse(fs.readFileSync("build/bench/mirror.json", "utf8"));
const ms = (us) => (us / 1000).toFixed(1);
const { machine, settings } = mirror;

fs.writeFileSync(
  "docs/performance_mirror.md",
  `# Performance: the mirror

Written by \`script/bench report_mirror\` from the last run of \`script/bench mirror\`; do not edit.

Machine: ${machine.cores} cores of ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}. The load generator runs on the same cores.
${occasion(machine)}.

${goalRows([[`p99 of cards while ${whole(settings.subscribers)} customers are mirrored, ms`, "below 20", ms(mirror.p99_us), mirror.p99_us < 20_000]])}

${whole(settings.perSecond)} cards a second by e-mail and phone, at fixed times whether or not earlier ones are answered, for ${settings.seconds} s while ${whole(mirror.during)} of
${whole(settings.subscribers)} subscribers were mirrored from the sandbox on the same cores: p50 ${ms(mirror.p50_us)} ms, p99 ${ms(mirror.p99_us)} ms, p99.9 ${ms(mirror.p999_us)} ms. Without
tills the mirror took over ${whole(mirror.rate)} customers a second.
`,
);
