// kassabro.toml(5) as scdoc text, from the table of settings in docs/operations.md: settings_manual.mjs OPERATIONS.MD
import { readFileSync } from 'node:fs';

// Several settings may share a row: their names and defaults are separated by commas.
const settingRow = /^\| (`[a-z_.]+`(?:, `[a-z_.]+`)*) \| (.+?) \| (.+?) \|$/;

/** The table's rows that stand for settings, in the part of docs/operations.md that tells of them. */
export const settingsPart = (markdown) => markdown.split('\n## Configuration')[1]?.split('\n## ')[0] ?? '';

/** The rows of the table: names, default, explanation; links become their text. A row of the table that cannot be read throws. */
export function settingsIn(markdown) {
  const text = (cell) => cell.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '').trim();
  return settingsPart(markdown)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const row = settingRow.exec(line);
      if (!row) throw new Error(`docs/operations.md: a row of the settings has no name, default and explanation: ${line}`);
      return { names: row[1].replaceAll('`', '').split(', '), usual: text(row[2]), about: text(row[3]) };
    });
}

/** scdoc reads `_` and `*` as marks. */
const plain = (text) => text.replace(/([_*\\[\]<>#~])/g, '\\$1');

export function manual(settings) {
  const heading = (names) => names.map((name) => `*${plain(name)}*`).join(', ');
  const entries = settings.map(({ names, usual, about }) => `${heading(names)} (${plain(usual)})\n\t${plain(about)}\n`);
  return `kassabro.toml(5)

# NAME

kassabro.toml - settings of kassabro

# DESCRIPTION

A TOML file; a dot in a name may also be a table. The same settings come from the environment (KASSABRO\\_PUBLIC\\_LISTEN for public.listen) and
from *--set*; what stands later wins: file, environment, command line. A setting that does not exist is an error that names it. Durations are 700ms, 60s,
5m or 24h, at most 30 days. Changes need a restart.

# SETTINGS

With their defaults.

${entries.join('\n')}
# SEE ALSO

*kassabro*(1)
`;
}

if (process.argv[1]?.endsWith('settings_manual.mjs')) {
  const settings = settingsIn(readFileSync(process.argv[2], 'utf8'));
  if (settings.length === 0) throw new Error('There is no table of settings.');
  process.stdout.write(manual(settings));
}
