// Does a search or an order take as many instructions as bench/instructions.json says, within its tolerance?
//   node bench/check_instructions.mjs [--accept]     --accept writes the new figures
import fs from "node:fs";
import { instructions } from "./lib/callgrind.mjs";
import { results } from "./lib/servers.mjs";

const file = new URL("instructions.json", import.meta.url);
const requests = 100;

fs.mkdirSync(results, { recursive: true });
const expected = JSON.parse(fs.readFileSync(file, "utf8"));
const counted = await instructions(requests);

if (process.argv.includes("--accept")) {
  fs.writeFileSync(file, `${JSON.stringify({ ...expected, instructions: counted }, null, 2)}\n`);
  console.log(`accepted: ${JSON.stringify(counted)}`);
  process.exit(0);
}

let good = true;
for (const [kind, now] of Object.entries(counted)) {
  const before = expected.instructions[kind];
  const change = (now / before - 1) * 100;
  const tolerance = expected.tolerance_percent[kind];
  const isGood = Math.abs(change) <= tolerance;
  good &&= isGood;
  console.log(`${kind}: ${now} instructions, expected ${before} (${change >= 0 ? "+" : ""}${change.toFixed(1)} %)${isGood ? "" : ` BEYOND ${tolerance} %`}`);
}
if (!good) {
  console.log("Further away than it may be. If that is meant (fewer are, too), accept the new figures: bench/check_instructions --accept");
  process.exit(1);
}
