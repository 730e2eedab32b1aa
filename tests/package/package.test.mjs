// The Debian package on a fresh Debian: installed, used, upgraded, removed.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';

import { cleanDebian, freePort, Installed, purge, writeSettings } from './installed.mjs';

const deb = process.env.KASSABRO_DEB;
let debian, installed;

before(() => {
  debian = cleanDebian();
  installed = new Installed(debian);
});
after(() => purge(debian));

/** Rule, as far as it says whose a key is. */
async function startRule() {
  const rule = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ account_id: 77, company: 'Shop AB', subscribers: [], groups: [] }));
  }).listen(0, '127.0.0.1');
  await once(rule, 'listening');
  return rule;
}

async function serve(work) {
  const rule = await startRule();
  const listen = `127.0.0.1:${await freePort()}`;
  try {
    await installed.start(`http://${listen}`, '--set', `public.listen=${listen}`, '--set', 'admin.listen=127.0.0.1:0',
      '--set', `rule.base_url=http://127.0.0.1:${rule.address().port}`);
    await work();
  } finally {
    await installed.stop();
    rule.close();
    rule.closeAllConnections();
  }
}

const command = (...words) => installed.command(...words);

test('it installs with all it needs, and says what it is', () => {
  debian.install(deb);
  assert.match(debian.run('kassabro', '--version'), /^kassabro \d+\.\d+\.\d+\n$/);
  assert.match(debian.run('getent', 'passwd', 'kassabro'), /\/var\/lib\/kassabro:.*nologin/);
  assert.match(debian.run('stat', '-c', '%U %G %a', '/etc/kassabro/kassabro.toml'), /^root kassabro 640$/m);
  for (const page of ['man1/kassabro.1.gz', 'man5/kassabro.toml.5.gz']) assert.ok(debian.has(`usr/share/man/${page}`), page);
  assert.equal(JSON.parse(debian.read('usr/share/doc/kassabro/sbom.cdx.json')).metadata.component.name, 'kassabro');
  for (const page of ['README.md', 'docs/runbook.md', 'docs/adr/0001-clang-only.md', 'docs/screenshots/overview.png', 'deploy/monitoring/grafana.json'])
    assert.ok(debian.has(`usr/share/doc/kassabro/${page}`), page);
  const terms = debian.read('usr/share/doc/kassabro/copyright');
  for (const work of ['CLI11', '@mantine/core', 'react-dom', '@fontsource-variable/inter']) assert.ok(terms.includes(work), work);
  assert.match(terms, /Permission is hereby granted, free of charge/);
});

test('the server runs as its user, and the command line speaks with it', async () => {
  await serve(async () => {
    const added = JSON.parse(command('--json', 'account', 'add', '--name', 'Shop', '--rule-api-key', 'rk_package'));
    assert.ok(added.account_id);
  });
  assert.match(command('account', 'list'), /Shop/);
});

test('an upgrade keeps the data and a setting that somebody has changed', async () => {
  writeSettings(debian, { 'reconcile.every': '12h' });
  debian.install(deb);
  assert.match(debian.read('etc/kassabro/kassabro.toml'), /12h/);
  await serve(async () => assert.match(command('account', 'list'), /Shop/));
});

test('completion knows the commands of the program itself', () => {
  const completed = debian.run('bash', '-c',
    'source /usr/share/bash-completion/completions/kassabro; COMP_WORDS=(kassabro acc); COMP_CWORD=1; _kassabro; echo "${COMPREPLY[@]}"');
  assert.equal(completed.trim(), 'account');
});

test('systemd understands each line of the unit that is installed', () => {
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', `--root=${resolve(debian.root)}`, 'kassabro.service'], { encoding: 'utf8' });
  const said = verified.stderr.split('\n').filter((line) => line.includes('kassabro'));
  assert.deepEqual([said, verified.status], [[], 0]);
});

test('removing and purging it leave the data', () => {
  debian.run('dpkg', '--remove', 'kassabro');
  assert.ok(!debian.has('usr/bin/kassabro'));
  debian.run('dpkg', '--purge', 'kassabro');
  assert.ok(!debian.has('etc/kassabro/kassabro.toml'));
  assert.ok(debian.has('var/lib/kassabro/kassabro.db'));
});

test('the service is shut in as far as it can be', () => {
  const unit = 'deploy/systemd/kassabro.service';
  const report = execFileSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit], { encoding: 'utf8' });
  assert.match(report, /Overall exposure level for kassabro.service: [01]\.\d/);
});
