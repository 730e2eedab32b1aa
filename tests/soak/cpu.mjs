// Who used the processors: ours, the database's, and the rest of the machine.
import fs from 'node:fs';
import os from 'node:os';

const per_second = 100; // ticks

function ticksOf(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[11]) + Number(fields[12]); // utime, stime
  } catch {
    return 0; // it has ended
  }
}

/** The sessions of PostgreSQL stay as long as the nodes do, so their sum grows. */
function databaseTicks(store) {
  return store.rows('SELECT pid FROM pg_stat_activity').reduce((sum, [pid]) => sum + ticksOf(pid), 0);
}

function machineTicks() {
  const [user, nice, system, idle, wait] = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/ +/).slice(1).map(Number);
  return { busy: user + nice + system, idle: idle + wait };
}

/** Shares of all cores from now until the function that is answered is called. */
export function watchCpu(nodes, store) {
  const take = () => ({
    kassabro: nodes.reduce((sum, { child }) => sum + ticksOf(child.pid), 0),
    postgres: databaseTicks(store),
    ...machineTicks(),
  });
  const [before, began] = [take(), performance.now()];
  return () => {
    const after = take();
    const all = ((performance.now() - began) / 1000) * per_second * os.cpus().length;
    const share = (name) => (after[name] - before[name]) / all;
    const rest = share('busy') - share('kassabro') - share('postgres');
    return { kassabro: share('kassabro'), postgres: share('postgres'), rest, idle: share('idle') };
  };
}

export const percent = (share) => `${Math.round(share * 100)}%`;

export function fsyncsPerSecond(folder, seconds = 1) {
  const file = `${folder}/fsync.tmp`;
  const handle = fs.openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  let count = 0;
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ++count) {
    fs.writeSync(handle, block);
    fs.fdatasyncSync(handle);
  }
  fs.closeSync(handle);
  fs.rmSync(file);
  return Math.round(count / seconds);
}
