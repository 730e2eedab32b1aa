// The disk is full while tills sell, then there is room again: script/soak disk [--full_s 8], which mounts the small disks. On SQLite and on
// PostgreSQL, whose server is started again when a full disk has ended it, as a service manager does; Kassabro is not. Then a start on a disk
// that is read-only.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { call, pause, until } from './calls.mjs';
import { checkAll } from './checker.mjs';
import { options, report, say } from './options.mjs';
import { openPace } from './pace.mjs';
import { randomFrom } from './random.mjs';
import { giveChecks, headersOf, key, orderText, register, search } from './shop.mjs';
import { postgresStore, sqliteStore } from './store.mjs';
import { binaries, openSystem, untilDelivered } from './system.mjs';
import { openTills } from './tills.mjs';

const wanted = options({ full_s: 8, seed: 1 });

/** Takes all room of a disk. */
function fill(disk) {
  const handle = fs.openSync(`${disk}/filler`, 'w');
  for (let size = 1 << 20; size >= 1; ) {
    try {
      fs.writeSync(handle, Buffer.alloc(size, 1));
    } catch (failure) {
      if (failure.code !== 'ENOSPC') throw failure;
      size >>= 1;
    }
  }
  fs.closeSync(handle);
}

/** A full disk may have ended the database: whoever looks after services starts it again. Answers whether it had to. */
function startDatabase({ data, control }) {
  const asServer = (...words) => spawnSync('runuser', ['-u', 'postgres', '--', control, '-D', data, ...words], { cwd: '/', stdio: 'ignore' });
  if (asServer('status').status === 0) return false;
  asServer('-l', `${data}/../server.log`, '-w', 'start');
  return true;
}

async function sellsAgain(port) {
  const began = performance.now();
  const sell = async (i) => (await call(port, 'POST', '/sitoo/v1/transactions', { headers: headersOf(key), body: orderText(800_000_000 + i, 'room@shop.se') })).status === 200;
  let number = 0;
  await until(() => sell(++number), 'a sale is taken again', 120, 100);
  return { seconds: (performance.now() - began) / 1000, number };
}

async function run(name, { store, disk, data, database }) {
  const system = await openSystem(name, { store, data, settings: { 'log.level': 'warn' } });
  const [node] = system.nodes;
  const checks = Array.from({ length: 10 }, (_, i) => ({ email: `shopper${i}@shop.se`, id: `B${i}`, value: '3000.00' }));
  for (const check of checks) check.contact = await register(node.port, check.email);
  const room = { email: 'room@shop.se', contact: await register(node.port, 'room@shop.se'), registered: true, orders: [], consents: [] };
  await giveChecks(system, checks);
  const tills = openTills(4, { ports: [node.port], random: randomFrom(wanted.seed), checks });
  tills.journal.customers.set(room.email, room);
  await pause(3_000);
  fill(disk);
  say(`${name}: the disk is full`);
  const searches = openPace(10, (agent) => search(node.port, 'shopper1@shop.se', { agent }), 4);
  await pause(wanted.full_s * 1000);
  const found = await searches.stop();
  const refused = Object.fromEntries(tills.journal.refused);
  fs.rmSync(`${disk}/filler`);
  const restarted = database ? startDatabase(database) : false;
  const again = await sellsAgain(node.port);
  for (let i = 1; i <= again.number; ++i) room.orders.push({ id: 800_000_000 + i, accepted: i === again.number });
  say(`${name}: a sale was taken ${again.seconds.toFixed(1)} s after there was room again`);
  await pause(3_000);
  const journal = await tills.close();
  // What the full disk kept from being settled comes back when its lease ends, five minutes after it was taken.
  const ended = performance.now();
  await untilDelivered(system, 420);
  const drained_s = ((performance.now() - ended) / 1000).toFixed(0);
  const { faults, figures } = await checkAll(system, journal, checks);
  if (node.child.exitCode !== null) faults.push('kassabro has ended');
  if (!refused[503] && !refused[507]) faults.push(`nothing was refused: ${JSON.stringify(refused)}`);
  if (journal.slowest_ms > 10_000) faults.push(`a till waited ${(journal.slowest_ms / 1000).toFixed(1)} s`);
  await system.close();
  report(name, {
    refused: JSON.stringify(refused), slowest_answer_ms: journal.slowest_ms.toFixed(0), searches_200: found.statuses[200] ?? 0, searches_failed: found.failed,
    sells_again_after_s: again.seconds.toFixed(1), drained_s, ...(database && { database_ended: restarted }), ...figures,
  }, faults);
}

/** A start on a disk that is mounted read-only says so and ends. */
function startReadOnly(disk, folder) {
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const words = ['serve', '--set', `data.dir=${folder}`, '--set', 'public.listen=127.0.0.1:0', '--set', 'admin.listen=127.0.0.1:0'];
  const ended = spawnSync(`${binaries}/kassabro`, words, { encoding: 'utf8', timeout: 20_000 });
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  const said = `${ended.stdout}${ended.stderr}`.trim().split('\n').at(-1);
  const faults = ended.status === 2 && /cannot be (written|opened|made)|[Rr]ead-only/.test(said) ? [] : [`it ended with ${ended.status} and said: ${said}`];
  report('disk_read_only', { exit: ended.status, said: JSON.stringify(said) }, faults);
}

const { SOAK_DISK: disk, SOAK_DISK_POSTGRES: other, SOAK_DISK_POSTGRES_URL: server, SOAK_PG_CTL: control } = process.env;
if (!disk) throw new Error('script/soak disk mounts the small disks');
await run('disk_sqlite', { store: sqliteStore(), disk, data: disk });
startReadOnly(disk, `${disk}/node1`);
if (other) await run('disk_postgres', { store: postgresStore('soak_disk', server), disk: other, database: { data: `${other}/server/data`, control } });
