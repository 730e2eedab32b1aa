// The proxy of docs/getting-started.md passes on each address that the page says answers from outside.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = readFileSync('docs/getting-started.md', 'utf8');
const locations = [...page.matchAll(/^ *location (= )?(\/\S*) +\{ proxy_pass /gm)].map(([, exact, place]) => ({ exact, place }));
const asked = new Set([...page.matchAll(/https:\/\/till\.example\.com(\/[\w/]+)/g)].map(([, place]) => place));

test('each address of the page has its location', () => {
  assert.ok(locations.length > 2 && asked.has('/sitoo/v1') && asked.has('/healthz'), `${locations.length} locations; ${[...asked]}`);
  for (const address of asked)
    assert.ok(locations.some(({ exact, place }) => (exact ? address === place : address.startsWith(place))), `no location passes ${address} on`);
});
