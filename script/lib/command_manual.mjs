// kassabro(1) as scdoc text: deploy/man/kassabro.1.scd with every command and option below COMMANDS, as the program's own help tells
// them: command_manual.mjs PROGRAM PAGE.SCD
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const place = '; the commands, from their own help';

/** What `--help` says: description, and by section items of name and text. */
export function readHelp(help) {
  const lines = help.split('\n');
  const sections = { Positionals: [], Options: [], Subcommands: [] };
  let items;
  for (const line of lines) {
    const title = /^(Positionals|Options|Subcommands):$/.exec(line);
    const item = /^ {2}(\S(?:.*?\S)?)(?: {2,}(\S.*))?$/.exec(line);
    if (title) items = sections[title[1]];
    else if (items && item) items.push({ name: item[1], about: item[2] ?? '' });
    else if (items?.length > 0 && /^ {4,}\S/.test(line)) items.at(-1).about = `${items.at(-1).about} ${line.trim()}`.trim();
  }
  return { about: lines[0].trim(), ...sections };
}

/** The commands that do something, with their path: `outbox list`. */
export function listCommands(helpOf, path = []) {
  const help = readHelp(helpOf(path));
  const below = help.Subcommands.flatMap(({ name }) => listCommands(helpOf, [...path, name.split(',')[0]]));
  return below.length > 0 ? below : [{ path, ...help }];
}

/** scdoc reads these as marks. */
const plain = (text) => text.replace(/([_*\\[\]<>#~])/g, '\\$1');

// `--kind TEXT ...`, `folder TEXT REQUIRED`, `-h,--help`
function itemText({ name, about }) {
  const [word, ...rest] = name.split(' ');
  const value = rest.filter((each) => /^[A-Z]+$/.test(each) && each !== 'REQUIRED').map((each) => ` _${each}_`).join('');
  const needed = rest.includes('REQUIRED') ? ' (needed)' : '';
  return `\t*${plain(word)}*${value}${needed}\n\t\t${plain(about || 'see above')}\n`;
}

function commandText({ path, about, Positionals, Options }) {
  const items = [...Positionals, ...Options.filter(({ name }) => !name.includes('--help'))].map(itemText);
  return [`*${plain(path.join(' '))}*\n\t${plain(about)}\n`, ...items].join('\n');
}

export function manual(page, helpOf) {
  if (!page.includes(`\n${place}\n`)) throw new Error(`the page has no line "${place}"`);
  return page.replace(`${place}\n`, `${listCommands(helpOf).map(commandText).join('\n')}`);
}

if (process.argv[1]?.endsWith('command_manual.mjs')) {
  const [, , program, page] = process.argv;
  const helpOf = (path) => execFileSync(program, [...path, '--help'], { encoding: 'utf8' });
  process.stdout.write(manual(readFileSync(page, 'utf8'), helpOf));
}
