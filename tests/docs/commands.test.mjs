// Each kassabro command in the documentation is one that the program has, with options that it knows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const program = `${process.env.KASSABRO_BIN}/kassabro`;
const files = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** Commands in `code` and in lines of code blocks, as words. */
function commandsIn(markdown) {
  const inline = [...markdown.matchAll(/`(?:sudo -u kassabro )?(kassabro [^`\n]+)`/g)].map(([, command]) => command);
  const lines = [...markdown.matchAll(/^\s*(?:\$ )?(?:sudo -u kassabro )?(kassabro [a-z-].*)$/gm)].map(([, command]) => command);
  return [...inline, ...lines]
    .map((command) => command.replace(/\s(#|\||>|&&|;).*$/, '').trim().split(/\s+/).slice(1))
    .filter((words) => /^(--|[a-z])/.test(words[0] ?? ''));
}

const helps = new Map();
function helpOf(path) {
  const key = path.join(' ');
  if (!helps.has(key)) helps.set(key, execFileSync(program, [...path, '--help'], { encoding: 'utf8' }));
  return helps.get(key);
}
const subcommandsOf = (help) => [...(help.split('Subcommands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z0-9-]*)/gm)].map(([, name]) => name);
const optionsOf = (help) => [...help.matchAll(/--[a-z][a-z-]*/g)].map(([name]) => name);

function faultOf(words) {
  const path = [];
  const options = new Set(optionsOf(helpOf([])));
  options.add('--version');
  for (const word of words.filter((each) => each !== '…' && each !== '...')) {
    const name = word.split('=')[0].replace(/[\],.]+$/, '').replace(/^\[/, '');
    if (name.startsWith('--')) {
      if (!options.has(name)) return `no option ${name} of "${path.join(' ')}"`;
      continue;
    }
    const subcommands = subcommandsOf(helpOf(path));
    if (subcommands.length === 0) continue; // an argument
    if (path.length > 0 && !/^[a-z]/.test(name)) continue;
    const alternatives = name.split('|');
    if (!alternatives.every((each) => subcommands.includes(each))) {
      // The value of a common option stands before the command: --config FILE, --set KEY=VALUE.
      if (path.length === 0 && (word.includes('/') || word.includes('='))) continue;
      return path.length === 0 ? `no command ${name}` : `no command ${name} of "${path.join(' ')}"`;
    }
    path.push(alternatives[0]);
    for (const option of optionsOf(helpOf(path))) options.add(option);
  }
  return null;
}

for (const file of files) {
  test(`${file} names commands that exist`, () => {
    const faults = commandsIn(readFileSync(file, 'utf8'))
      .map((words) => [words, faultOf(words)])
      .filter(([, fault]) => fault)
      .map(([words, fault]) => `kassabro ${words.join(' ')}: ${fault}`);
    assert.deepEqual(faults, []);
  });
}

test('a command that does not exist is found', () => {
  assert.match(faultOf(['histroy', 'sync']), /histroy/);
  assert.match(faultOf(['jobs', 'pause', 'history', '--acount', 'A']), /--acount/);
  assert.equal(faultOf(['--config', '/etc/kassabro/kassabro.toml', 'outbox', 'replay', '7']), null);
});
