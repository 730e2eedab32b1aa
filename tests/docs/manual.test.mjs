// kassabro(1) tells of every command with every option, as the program itself does; and the installed kassabro.toml is one.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { listCommands, manual, readHelp } from '../../script/lib/command_manual.mjs';

const program = `${process.env.KASSABRO_BIN}/kassabro`;
const helpOf = (path) => execFileSync(program, [...path, '--help'], { encoding: 'utf8' });
const page = manual(readFileSync('deploy/man/kassabro.1.scd', 'utf8'), helpOf).replaceAll('\\', '');

test('every command is in the manual page, with every option', () => {
  const commands = listCommands(helpOf);
  assert.ok(commands.length > 50, `${commands.length} commands were read`);
  for (const { path, Options } of commands) {
    const entry = page.split(`\n*${path.join(' ')}*\n`)[1]?.split(/\n(?=[*#])/)[0];
    assert.ok(entry, path.join(' '));
    for (const { name } of Options.filter((each) => !each.name.includes('--help')))
      assert.ok(entry.includes(`\t*${name.split(' ')[0]}*`), `${path.join(' ')} ${name}`);
  }
});

test('help is read with values, needs and what goes on in the next line', () => {
  const help = 'Puts a copy back\nUsage: x\n\nPositionals:\n  folder TEXT REQUIRED        What backup has made\n\nOptions:\n  -h,--help                   Print\n  --a-very-long-option-name TEXT\n                              It goes on here\n';
  const { about, Positionals, Options } = readHelp(help);
  assert.equal(about, 'Puts a copy back');
  assert.deepEqual(Positionals, [{ name: 'folder TEXT REQUIRED', about: 'What backup has made' }]);
  assert.deepEqual(Options[1], { name: '--a-very-long-option-name TEXT', about: 'It goes on here' });
});

test('a page without the place for commands is refused', () => assert.throws(() => manual('# NAME\n', () => ''), /no line/));

test('the settings file that is installed is one that the program reads, also with all that stands behind a #', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kassabro-settings-'));
  try {
    const file = path.join(folder, 'kassabro.toml');
    writeFileSync(file, readFileSync('deploy/package/kassabro.toml', 'utf8').replace(/^# ([a-z_.]+ = )/gm, '$1'));
    // It reads the settings first, and then finds no store.
    const { status, stderr } = spawnSync(program, ['--config', file, '--set', `data.dir=${folder}`, 'store', 'rollback', '--set', 'store.url='], { encoding: 'utf8' });
    assert.match(stderr, /There is no store/);
    assert.equal(status, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
