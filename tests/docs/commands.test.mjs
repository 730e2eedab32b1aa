// Each command in the documentation does what it is written for: `kassabro …` and curl are run on a sample shop, of scripts it is looked
// whether they are there and know the words, and what cannot be run here is listed with its reason (tables.mjs).
import assert from 'node:assert/strict';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { commandsIn, expanded } from './commands.mjs';
import { openScene } from './scene.mjs';
import { chosen, filled, names, offline, skipped } from './tables.mjs';

const files = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const isScript = (command) => /^(?:[A-Z_]+=\S+ )?script\//.test(command);

/** Each command once, with the pages that have it. */
const pagesOf = new Map();
for (const file of files)
  for (const command of commandsIn(readFileSync(file, 'utf8')).flatMap((each) => (isScript(each) ? [each] : expanded(each))))
    pagesOf.set(command, new Set([...(pagesOf.get(command) ?? []), file]));
const all = [...pagesOf.keys()];
const where = (command) => [...pagesOf.get(command)].join(', ');

let scene;
before(async () => (scene = await openScene()));
after(() => scene?.close());

async function runs(command) {
  if (names.includes(command)) {
    const { status, output } = await scene.run(`${command} --help`);
    assert.equal(status, 0, output);
    return;
  }
  // Such a job runs once at a time.
  const [, job] = /^kassabro (mirror|history|reconcile)\b/.exec(command) ?? [];
  if (job) await scene.untilIdle(job);
  const { text = command, typed, right = [] } = (await filled[command]?.(scene)) ?? {};
  const here = scene.here(text);
  assert.doesNotMatch(here, /…|\b(?:ID|FILE|NAME|IMPORT|ORDER|FLOW|FEED|JSON|ACCOUNT|COLUMN|FIELD|ROLE|TEXT)\b|(?<= )[A-Z](?= |$)/, 'a placeholder that tables.mjs does not fill');
  const { status, output } = await scene.run(here, typed);
  assert.ok([0, ...right].includes(status), `${here}: ${status}\n${output}`);
}

const isRun = (command) => !isScript(command) && !skipped.has(command) && !offline.includes(command);
for (const command of all.filter(isRun)) test(`${command} (${where(command)})`, () => runs(command));

test('commands for a stopped server', async () => {
  await scene.stopServer();
  for (const command of offline.filter((each) => pagesOf.has(each))) await runs(command);
});

/** Where a script looks for what its words mean. */
const places = (script, word) => [`bench/${word}`, `bench/suite/${word}.mjs`, `tests/soak/${word}.mjs`, `docs/${word}`].filter((file) => script.match(/bench|soak/) && existsSync(file));

for (const command of all.filter(isScript))
  test(`${command} (${where(command)})`, () => {
    const [script, ...words] = command.replace(/^[A-Z_]+=\S+ /, '').split(/ -- | /);
    accessSync(script, constants.R_OK);
    if (/\.\w+$|\/$/.test(script)) return; // a file that is named, not a command
    accessSync(script, constants.X_OK);
    const runs = words.flatMap((word) => places(script, word));
    const text = [script, ...runs].map((file) => readFileSync(file, 'utf8')).join('\n');
    for (const word of words.filter((each) => !/^[A-Z\d]+$|^-\w$/.test(each) && !chosen.includes(each)))
      assert.ok(places(script, word).length > 0 || new RegExp(`(?<![\\w-])${word.replace(/^--/, runs.length > 0 ? '(?:--)?' : '--')}(?!\\w)`).test(text), `${script} does not know ${word}`);
  });

test('no table has an entry that no page needs', () => {
  const known = [...names, ...skipped.keys(), ...Object.keys(filled), ...offline];
  assert.deepEqual(known.filter((command) => !pagesOf.has(command)), []);
  for (const word of chosen) assert.ok(all.some((command) => command.split(' ').includes(word)), word);
});

test('a command that does not exist, and an option that it does not have, are found', async () => {
  for (const wrong of ['kassabro histroy sync', 'kassabro jobs list --acount 7']) await assert.rejects(runs(wrong), /: 2\n/);
});
