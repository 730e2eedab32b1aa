// What the documentation points to is there: files that CONTRIBUTING.md names, with the names in them; links between pages; each decision in its index.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const faults = [];
const read = (file) => readFileSync(file, 'utf8');
const names = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const isPath = (name) => /^(src|web|sandbox|tests|docs|script|deploy|fixtures|cmake|examples)\/[\w./-]*$/.test(name) && !name.includes('NAME');

/** `path` and, in brackets behind it, what stands in that file. */
function checkNamedFiles(page) {
  const text = read(page).replace(/\n {6}/g, ' ');
  const paths = names(text).filter(isPath);
  for (const path of paths) if (!existsSync(path)) faults.push(`${page}: there is no ${path}`);
  for (const [, path, inside] of text.matchAll(/`([^` ]+)` \(((?:`\w+`(?:, )?)+)\)/g))
    for (const name of names(inside))
      if (existsSync(path) && statSync(path).isFile() && !read(path).includes(name)) faults.push(`${page}: ${path} knows no ${name}`);
  if (paths.length < 20) faults.push(`${page}: names hardly any file`);
}

/** As GitHub makes them of titles. */
const slugOf = (title) => title.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
const withoutCode = (text) => text.replace(/^```[\s\S]*?^```/gm, '');
function anchorsOf(page) {
  const text = withoutCode(read(page));
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) => slugOf(title.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')));
  return new Set([...titles, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)]);
}

function checkLinks(page) {
  for (const [, target] of withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    const [path, anchor] = target.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (!existsSync(file)) faults.push(`${page}: there is no ${target}`);
    else if (anchor && file.endsWith('.md') && !anchorsOf(file).has(anchor)) faults.push(`${page}: there is no place ${target}`);
  }
}

function checkDecisions(folder) {
  const index = read(join(folder, 'README.md'));
  const decisions = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name)).sort();
  for (const name of decisions) {
    const title = /^# \d+\. (.+)$/m.exec(read(join(folder, name)))?.[1];
    if (!index.includes(`| [${Number(name.slice(0, 4))}](${name}) | ${title} |`)) faults.push(`${folder}/README.md: no row for ${name}, "${title}"`);
  }
  if (decisions.length === 0) faults.push(`${folder}: no decision was read`);
}

const pagesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
const pages = ['.', 'docs', 'docs/adr', 'web', 'sandbox', 'bench'].flatMap(pagesIn);

checkNamedFiles('CONTRIBUTING.md');
checkDecisions('docs/adr');
pages.forEach(checkLinks);
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
