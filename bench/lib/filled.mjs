// The database that bonus.mjs and mirror.mjs begin with: each customer with five bonus checks and twenty purchases.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { binaries, results } from "./servers.mjs";

export const [checks, purchases] = [5, 20];

// Filled once and kept while the program that fills it stays the same: its tables may be others tomorrow. A fill that was
// interrupted begins anew. The folder is for copies and readers only.
export function filledTemplate(customers) {
  const template = `${results}/bonus-${customers}`;
  const filler = createHash("sha256").update(fs.readFileSync(`${binaries}/bench_fill`)).digest("hex");
  const mark = `${template}/filled`;
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === filler) return template;
  process.stderr.write(`filling: ${customers} customers with ${checks} bonus checks and ${purchases} purchases each\n`);
  fs.rmSync(template, { recursive: true, force: true });
  execFileSync(`${binaries}/bench_fill`, [template, customers, checks, purchases].map(String));
  fs.writeFileSync(mark, filler);
  return template;
}
