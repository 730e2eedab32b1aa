// Does every line of the threat model name its tests, and is each of them there?
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'tests', 'examples'];
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? (entry.name === 'node_modules' ? [] : files(join(folder, entry.name))) : /_test\.cpp$|\.hpp$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );

const known = new Set();
for (const file of sources.flatMap(files))
  for (const [, suite, name] of readFileSync(file, 'utf8').matchAll(/TEST(?:_[FP])?\(\s*(\w+),\s*(\w+)\)/g)) known.add(`${suite}.${name}`);

const section = /^## Threats$([\s\S]*?)^## /m.exec(readFileSync('docs/security.md', 'utf8'))?.[1] ?? '';
const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| threat'));
const faults = [];
const isFile = (name) => name.includes('/') && existsSync(name);
for (const row of rows) {
  const [threat, , tests] = row.split(' | ').map((cell) => cell.replace(/^\| /, ''));
  const names = [...(tests ?? '').matchAll(/`([\w.]+|tests\/[\w/]+\.test\.mjs)`/g)].map(([, name]) => name);
  if (names.length === 0) faults.push(`no test holds: ${threat}`);
  for (const name of names) if (!known.has(name) && !isFile(name)) faults.push(`there is no test ${name}, which is to hold: ${threat}`);
}
if (rows.length === 0) faults.push('docs/security.md has no table of threats');
for (const fault of faults) console.error(fault);
console.log(`${rows.length} threats, ${known.size} tests, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
