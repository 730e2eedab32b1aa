// The database that bonus.mjs and mirror.mjs begin with: each customer with five bonus checks and twenty purchases.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { binaries, results } from "./servers.mjs";

export const [checks, purchases] = [5, 20];

// Filled once and kept; a fill that was interrupted begins anew. The folder is for copies and readers only.
export function filledTemplate(customers) {
  const template = `${results}/bonus-${customers}`;
  if (fs.existsSync(`${template}/filled`)) return template;
  process.stderr.write(`filling: ${customers} customers with ${checks} bonus checks and ${purchases} purchases each\n`);
  fs.rmSync(template, { recursive: true, force: true });
  execFileSync(`${binaries}/bench_fill`, [template, customers, checks, purchases].map(String));
  fs.writeFileSync(`${template}/filled`, "");
  return template;
}
