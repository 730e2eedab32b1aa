// Core files would hold customers and keys: neither the server nor a command leaves one, whatever the shell allows that started it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { allowCores, binary, isProgram, startCommand } from './waiting_command.mjs';
import { until } from './wire.mjs';

const limitOf = (limits) => /^Max core file size +(\S+) +(\S+)/m.exec(limits).slice(1);
const limitsOf = async (pid) => limitOf(await readFile(`/proc/${pid}/limits`, 'utf8'));
const none = ['0', '0'];

describe('A core file', () => {
  let data;
  before(async () => {
    assert.notDeepEqual(limitOf(execFileSync('sh', ['-c', allowCores, 'cat', '/proc/self/limits'], { encoding: 'utf8' })), none,
      'here nobody may leave a core file, so that this test says nothing');
    data = await mkdtemp(path.join(tmpdir(), 'kassabro-cores-'));
  });
  after(() => rm(data, { recursive: true, force: true }));

  it('is not left by the server', async () => {
    const sets = [`data.dir=${data}`, 'public.listen=127.0.0.1:0', 'admin.listen=127.0.0.1:0'].flatMap((set) => ['--set', set]);
    const server = spawn('sh', ['-c', allowCores, binary, ...sets, 'serve'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      let log = '';
      server.stdout.on('data', (text) => (log += text));
      await until('it has started', () => log.includes('started public='));
      assert.deepEqual(await limitsOf(server.pid), none);
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });

  for (const [words, option] of [[['account', 'add', '--name', 'Shop'], '--rule-api-key'], [['account', 'set', '1'], '--sitoo-password']])
    it(`is not left by ${words.slice(0, 2).join(' ')}, which reads a key`, async () => {
      const nowhere = ['--set', 'rule.base_url=http://127.0.0.1:1'];
      const command = await startCommand({ data }, words, { [option]: 'rk_never_used' }, nowhere);
      try {
        await until('it leaves none', async () => (await limitsOf(command.pid)).join() === none.join());
      } finally {
        await command.end();
      }
    });

  it('is not written where the service is installed', async () => {
    assert.match(await readFile(new URL('../../deploy/systemd/kassabro.service', import.meta.url), 'utf8'), /^LimitCORE=0$/m);
  });
});
