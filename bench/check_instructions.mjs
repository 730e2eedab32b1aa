// Does a search or an order take as many instructions as bench/instructions.json says, within its tolerance?
//   node bench/check_instructions.mjs [--accept]     --accept writes the new figures
// The figures are a distribution's own: its standard library and its SQLite are half of what is counted.
import fs from "node:fs";
import { instructions } from "./lib/callgrind.mjs";
import { results } from "./lib/servers.mjs";

const file = new URL("instructions.json", import.meta.url);
const requests = 100;

function distribution() {
  const release = fs.readFileSync("/etc/os-release", "utf8");
  const value = (key) => new RegExp(`^${key}="?([^"\n]+)"?$`, "m").exec(release)?.[1];
  return `${value("ID")}-${value("VERSION_ID")}`;
}

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
const here = distribution();
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
