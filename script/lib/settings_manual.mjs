// kassabro.toml(5) as scdoc text, from the table of settings in docs/operations.md: settings_manual.mjs OPERATIONS.MD
import { readFileSync } from 'node:fs';

const settingRow = /^\| `([a-z_.]+)` \| (.+?) \| (.+?) \|$/;

/** The rows of the table: name, default, explanation; links become their text. */
export function settingsIn(markdown) {
  const text = (cell) => cell.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '').trim();
  return markdown
    .split('\n')
    .map((line) => settingRow.exec(line))
    .filter(Boolean)
    .map(([, name, usual, about]) => ({ name, usual: text(usual), about: text(about) }));
}

/** scdoc reads `_` and `*` as marks. */
const plain = (text) => text.replace(/([_*\\[\]<>#~])/g, '\\$1');

export function manual(settings) {
  const entries = settings.map(({ name, usual, about }) => `*${plain(name)}* (${plain(usual)})\n\t${plain(about)}\n`);
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
  const settings = settingsIn(readFileSync(process.argv[2], 'utf8').split('\n## Settings of an account')[0]);
  if (settings.length === 0) throw new Error('There is no table of settings.');
  process.stdout.write(manual(settings));
}
