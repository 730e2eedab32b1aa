// Each setting of src/main/config.cpp stands in docs/operations.md, and so in kassabro.toml(5), and, at least behind a #, in the file that
// the package installs; and no other name does.
import { readFileSync } from 'node:fs';
import { manual, settingsIn } from './settings_manual.mjs';

/** The settings of the program's table. */
export const settingsOfCode = (source) => [...source.matchAll(/^ {4}Key\{"([a-z_.]+)", /gm)].map(([, name]) => name);

/** name: value, of a settings file, with what is switched off by a #. */
export function settingsOfFile(text) {
  const found = new Map();
  let section = '';
  for (const line of text.split('\n')) {
    const opening = /^\[([a-z_.]+)\]$/.exec(line);
    if (opening) section = `${opening[1]}.`;
    const setting = /^(?:# )?([a-z_.]+) = (.+)$/.exec(line);
    if (setting) found.set(section + setting[1], setting[2].replace(/^"|"$/g, ''));
  }
  return found;
}

/** What is wrong, in words. */
export function faultsIn(source, operations, file) {
  const code = settingsOfCode(source);
  const documented = settingsIn(operations).flatMap(({ names }) => names);
  // As scdoc shows it: without the backslashes before its marks.
  const page = manual(settingsIn(operations)).replaceAll('\\', '');
  const places = { 'docs/operations.md': documented, 'deploy/package/kassabro.toml': [...settingsOfFile(file).keys()] };
  const faults = code.filter((name) => !page.includes(`*${name}*`)).map((name) => `kassabro.toml(5) does not tell of ${name}`);
  for (const [place, names] of Object.entries(places)) {
    for (const name of code) if (!names.includes(name)) faults.push(`${place} does not tell of ${name}`);
    for (const name of names) if (!code.includes(name)) faults.push(`${place} tells of ${name}, which is no setting`);
    for (const name of names) if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`${place} tells of ${name} twice`);
  }
  return [...new Set(faults)];
}

if (process.argv[1]?.endsWith('check_settings.mjs')) {
  const read = (name) => readFileSync(name, 'utf8');
  const source = read('src/main/config.cpp');
  const faults = faultsIn(source, read('docs/operations.md'), read('deploy/package/kassabro.toml'));
  for (const fault of faults) console.error(fault);
  const settings = settingsOfCode(source).length;
  console.log(`${settings} settings, ${faults.length} faults`);
  process.exitCode = faults.length === 0 && settings > 20 ? 0 : 1;
}
