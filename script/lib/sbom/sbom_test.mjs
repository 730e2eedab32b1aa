// The SBOM of the built programs: right in form, complete in what matters, the same each time. KASSABRO_BIN is their folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { licenceEntry, licencesOf } from './licences.mjs';
import { compiledIn, release } from './sbom.mjs';

const programs = ['kassabro', 'kassabro-sandbox', 'kassabro-sheet'].map((name) => `${process.env.KASSABRO_BIN}/${name}`);
const written = (env) =>
  execFileSync(process.execPath, ['script/lib/sbom/sbom.mjs', ...programs], { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: '', ...env } });
const text = written({});
const bom = JSON.parse(text);
const packageDepends = (name) => execFileSync('dpkg-query', ['-W', '-f', '${Depends}', name], { encoding: 'utf8' });
const component = (name) => bom.components.filter((each) => [each.group, each.name].filter(Boolean).join('/') === name);

test('it is CycloneDX 1.5', async () => {
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text), null);
});

test('a document that is not CycloneDX is found', async () => {
  const wrong = text.replace('"type": "library"', '"type": "book"');
  assert.notEqual(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(wrong), null);
});

// Debian 13 calls a library whose interface holds times `t64`, until its next version.
const named = (name) => [...component(name), ...component(`${name}t64`)];

for (const [name, licence] of [
  ['libsodium23', 'ISC'], ['libsqlite3-0', 'public-domain'], ['libssl3', 'Apache-2.0'], ['libcurl4', 'curl'], ['libpq5', 'PostgreSQL'],
  [compiledIn[0], 'BSL-1.0'], ['react', 'MIT'], ['@mantine/core', 'MIT'],
])
  test(`${name} is there, with version and licence`, () => {
    const [found, ...more] = named(name);
    assert.deepEqual(more, []);
    assert.match(found.version, /^\d/);
    assert.match(found.purl, found.name.startsWith('lib') ? /^pkg:deb\/debian\// : /^pkg:npm\//);
    assert.equal(found.licenses[0].license.id ?? found.licenses[0].license.name, licence);
  });

test('nothing is there twice, and all has a licence', () => {
  const keys = bom.components.map(({ group, name, version }) => `${group}/${name}@${version}`);
  assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), []);
  assert.deepEqual(bom.components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name), []);
});

test('npm packages have the hash of the lock file, and no tool of ours is among them', () => {
  const packages = bom.components.filter(({ purl, name }) => purl?.startsWith('pkg:npm/') && name !== 'kassabro-web');
  assert.ok(packages.length > 10);
  for (const each of packages) assert.match(each.hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/, each.name);
  for (const name of ['vite', 'typescript', 'eslint', 'vitest']) assert.deepEqual(component(name), []);
});

test('each dependency leads to a component, and each component is reached', () => {
  const edges = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]));
  const reached = new Set();
  const visit = (ref) => {
    if (reached.has(ref)) return;
    reached.add(ref);
    (edges.get(ref) ?? []).forEach(visit);
  };
  visit('kassabro');
  assert.deepEqual([...reached].sort(), ['kassabro', ...bom.components.map((each) => each['bom-ref'])].sort());
});

test('a library that is compiled in is not forgotten', () => {
  const onlyTests = ['libgtest-dev', 'libgmock-dev', 'librapidcheck-dev', 'libclang-rt-19-dev'];
  const headers = [...readFileSync('script/lib/packages/build.txt', 'utf8').matchAll(/^(\S+-dev)\b(?: +@(\d+))?/gm)].filter(([, , only]) => !only || only === release).map(([, name]) => name);
  const here = bom.components.map(({ name }) => name);
  const missing = headers.filter((name) => !onlyTests.includes(name) && ![name, ...packageDepends(name).split(/[ ,|]+/)].some((each) => here.includes(each)));
  assert.deepEqual(missing, []);
});

test('it is the same each time, and bears a time only when one is given', () => {
  assert.equal(written({ TZ: 'Asia/Tokyo', LC_ALL: 'C' }), text);
  assert.equal(bom.metadata.timestamp, undefined);
  assert.equal(JSON.parse(written({ SOURCE_DATE_EPOCH: '86400' })).metadata.timestamp, '1970-01-02T00:00:00.000Z');
});

test('licences are read as Debian writes them', () => {
  const copyright = 'Format: 1.0\n\nFiles: *\nCopyright: A\nLicense: LGPL-3+ or GPL-2+\n text\n\nFiles: x\n y\nLicense: Expat\n\nFiles: debian/*\nLicense: GPL-3';
  assert.deepEqual(licencesOf('a', copyright), { declared: 'LGPL-3.0-or-later OR GPL-2.0-or-later', found: ['MIT'] });
  assert.deepEqual(licenceEntry('LGPL-3.0-or-later OR GPL-2.0-or-later'), { expression: 'LGPL-3.0-or-later OR GPL-2.0-or-later' });
  assert.deepEqual(licenceEntry('MIT'), { license: { id: 'MIT' } });
  assert.deepEqual(licenceEntry('public-domain'), { license: { name: 'public-domain' } });
  assert.throws(() => licencesOf('unknown', 'All rights are described below.'), /unknown/);
});
