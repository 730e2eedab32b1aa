// Does docs/privacy.md name each table of the database, as one that holds personal data or as one that holds none? And is there each that it
// names? A new table cannot be forgotten then.
import { readFileSync, readdirSync } from 'node:fs';

const folder = 'src/store/sqlite';
const made = readdirSync(folder)
  .filter((name) => /^schema.*\.cpp$/.test(name))
  .flatMap((name) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g)].map(([, table]) => table));

const page = readFileSync('docs/privacy.md', 'utf8');
const section = (title) => new RegExp(`^## ${title}$([\\s\\S]*?)(?=^## )`, 'm').exec(page)?.[1] ?? '';
const names = (text) => [...text.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
const rows = section('What is kept').split('\n').filter((line) => line.startsWith('| '));
const personal = rows.flatMap((row) => names(row.split(' | ')[2] ?? ''));
const others = names(/^Tables that hold nothing of a person:([\s\S]*?)\n\n/m.exec(page)?.[1] ?? '');

const faults = [
  ...made.filter((table) => !personal.includes(table) && !others.includes(table)).map((table) => `docs/privacy.md says nothing of the table ${table}`),
  ...[...personal, ...others].filter((table) => !made.includes(table)).map((table) => `docs/privacy.md names ${table}, which is no table`),
  ...personal.filter((table) => others.includes(table)).map((table) => `docs/privacy.md says of ${table} that it holds personal data, and that it does not`),
];
if (made.length < 20 || personal.length < 10) faults.push('hardly any table was read');
for (const fault of faults) console.error(fault);
console.log(`${made.length} tables, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
