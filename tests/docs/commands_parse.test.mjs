// How commands are found in pages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsIn, expanded } from './commands.mjs';

test('commands of blocks, of indented blocks and of running text are found, with what goes on in the next line', () => {
  const page = [
    'Say `kassabro restore', '/backup --replace`, or `sudo -u kassabro kassabro doctor`; `kassabro.toml` and `kassabro` are none, and neither is `account show A`.',
    '', '```', 'apt install ./x.deb', 'kassabro jobs list [--account ID]    how far it is', 'kassabro key rotate                  # the next key', 'data.dir = "x"', '```', '',
    '   ```', '   kassabro bonus-checks import FILE [--dry-run]', '                    [--sheet S]', '   ```', '`KASSABRO_DEMO_PUBLIC=9080 script/demo` | `a\\|b` | `kassabro webhook show\\|replay M` |',
  ].join('\n');
  assert.deepEqual(commandsIn(page), [
    'apt install ./x.deb', 'kassabro jobs list [--account ID]', 'kassabro key rotate', 'kassabro bonus-checks import FILE [--dry-run] [--sheet S]',
    'kassabro restore /backup --replace', 'sudo -u kassabro kassabro doctor', 'KASSABRO_DEMO_PUBLIC=9080 script/demo', 'kassabro webhook show|replay M',
  ]);
});

test('a synopsis stands for its least and its fullest form, and for each of its choices', () => {
  assert.deepEqual(expanded('kassabro jobs list [--account ID] [--limit 3]'), ['kassabro jobs list', 'kassabro jobs list --account ID --limit 3']);
  assert.deepEqual(expanded('kassabro jobs list|pause K'), ['kassabro jobs list K', 'kassabro jobs pause K']);
  assert.deepEqual(expanded('kassabro feeds test [FEED | --all] --account A'), ['kassabro feeds test FEED --account A', 'kassabro feeds test --all --account A']);
  assert.deepEqual(expanded('kassabro outbox park [ID ...] [--state a|b]'), ['kassabro outbox park', 'kassabro outbox park ID --state a', 'kassabro outbox park ID --state b']);
  assert.deepEqual(expanded('kassabro doctor'), ['kassabro doctor']);
});
