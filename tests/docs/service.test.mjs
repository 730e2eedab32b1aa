// Whoever is told to stop the service is told to start it again: the package's postinst restarts only one that runs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandsIn } from './commands.mjs';

const pages = readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => readFileSync(`docs/${name}`, 'utf8'));
const blocks = pages.flatMap((page) => [...page.matchAll(/^( *)```\w*\n[\s\S]*?^\1```/gm)]).map(([block]) => commandsIn(block));

test('a block of commands that stops the service ends with it running', () => {
  const stopping = blocks.filter((commands) => commands.includes('systemctl stop kassabro'));
  assert.ok(stopping.length > 0);
  for (const commands of stopping)
    assert.ok(commands.lastIndexOf('systemctl start kassabro') > commands.lastIndexOf('systemctl stop kassabro'), commands.join('\n'));
});
