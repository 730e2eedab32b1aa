// Does a search or an order take as many instructions as bench/instructions.json says, within its tolerance?
//   node bench/check_instructions.mjs [--accept]     --accept writes the new figures
// Each Debian release has figures of its own: with the libraries of Debian 13 both are a tenth lower.
import fs from "node:fs";
import { distribution } from "../script/lib/distribution.mjs";
import { instructions } from "./lib/callgrind.mjs";
import { results } from "./lib/servers.mjs";

const file = new URL("instructions.json", import.meta.url);
const requests = 100;

// Whether each is within its tolerance; tells all of them.
function compare(counted, expected, tolerances) {
  let good = true;
  for (const [kind, now] of Object.entries(counted)) {
    const change = (now / expected[kind] - 1) * 100;
    const isGood = Math.abs(change) <= tolerances[kind];
    good &&= isGood;
    const found = `${now} instructions, expected ${expected[kind]} (${change >= 0 ? "+" : ""}${change.toFixed(1)} %)`;
    console.log(`${kind}: ${found}${isGood ? "" : ` BEYOND ${tolerances[kind]} %`}`);
  }
  return good;
}

fs.mkdirSync(results, { recursive: true });
const held = JSON.parse(fs.readFileSync(file, "utf8"));
const here = distribution().name;
const counted = await instructions(requests);

if (process.argv.includes("--accept")) {
  held.instructions[here] = counted;
  fs.writeFileSync(file, `${JSON.stringify(held, null, 2)}\n`);
  console.log(`accepted for ${here}: ${JSON.stringify(counted)}`);
} else if (!held.instructions[here]) {
  console.log(`${JSON.stringify(counted)}; nothing is expected of ${here}: bench/check_instructions --accept`);
} else if (!compare(counted, held.instructions[here], held.tolerance_percent)) {
  console.log("Further away than it may be. If that is meant (fewer are, too), accept the new figures: bench/check_instructions --accept");
  process.exit(1);
}
