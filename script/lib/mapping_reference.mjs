// The tables of docs/mapping.md, from what the program says of its mapping: mapping_reference.mjs PROGRAM [--check]. A table stands between
// `<!-- from kassabro mapping: NAME -->` and `<!-- end -->`; NAME is a group's, or `tags`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const page = 'docs/mapping.md';
const place = /(<!-- from kassabro mapping: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

const shape = (group) => {
  const records = group.historical ? 'historical: one record an order' : 'flat: one record a person';
  return group.native ? `Rule's own, filled when \`native_groups\` is on; ${records}` : records;
};
const fieldRow = ({ name, type, what, told_by_orders }) => `| \`${name}\` | ${type} | ${what}${told_by_orders ? '' : ' — not told by orders'} |`;
const groupText = (group) =>
  [`### ${group.group} (${shape(group)})`, '| field | type | what is put there |', '|---|---|---|', ...group.fields.map(fieldRow)].join('\n');

const tagRow = ({ tag, when, starts_flows }) => `| \`${tag}\` | ${when} | ${starts_flows ? 'yes, `reset`' : 'no'} |`;
const tagsText = (tags) => ['| tag | set when | starts flows |', '|---|---|---|', ...tags.map(tagRow)].join('\n');

/** The page with the tables of this mapping. Throws when a table has no place, or a place no table. */
export function written(text, mapping) {
  const tables = new Map([...mapping.groups.map((group) => [group.group, groupText(group)]), ['tags', tagsText(mapping.tags)]]);
  const filled = text.replace(place, (_, opening, name, end) => {
    if (!tables.has(name)) throw new Error(`${page} wants a table ${name}, which the program does not have`);
    const table = tables.get(name);
    tables.set(name, undefined);
    if (table === undefined) throw new Error(`${page} wants the table ${name} twice`);
    return `${opening}${table}\n${end}`;
  });
  const missing = [...tables].filter(([, table]) => table !== undefined).map(([name]) => name);
  if (missing.length > 0) throw new Error(`${page} has no place for ${missing.join(', ')}`);
  return filled;
}

if (process.argv[1]?.endsWith('mapping_reference.mjs')) {
  const mapping = JSON.parse(execFileSync(process.argv[2], ['--json', 'mapping'], { encoding: 'utf8' }));
  const text = readFileSync(page, 'utf8');
  const wanted = written(text, mapping);
  if (process.argv[3] !== '--check') writeFileSync(page, wanted);
  else if (wanted !== text) {
    console.error(`${page} does not say what the program does: run script/mapping-reference`);
    process.exitCode = 1;
  }
}
