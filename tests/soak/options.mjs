// What stands behind the name of a run (--count 20000 --seed 7), and how a run tells what it found.
import os from 'node:os';

export function options(defaults) {
  const given = { ...defaults };
  const words = process.argv.slice(2);
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i].replace(/^--/, '');
    if (!(name in defaults) || !Number.isFinite(Number(words[i + 1]))) {
      process.stderr.write(`usage: ${Object.entries(defaults).map(([key, value]) => `[--${key} ${value}]`).join(' ')}\n`);
      process.exit(2);
    }
    given[name] = Number(words[i + 1]);
  }
  return given;
}

const began = Date.now();
/** How it goes, on standard error. */
export const say = (text) => process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}\n`);

/** The line of figures of a run; then the process ends, with 1 when something was wrong. */
export function report(run, figures, faults = []) {
  const told = Object.entries(figures).map(([name, value]) => `${name}=${value}`).join(' ');
  console.log(`soak ${run}: ${faults.length === 0 ? 'ok' : 'FAILED'} ${told} faults=${faults.length} load=${os.loadavg()[0].toFixed(1)} date=${new Date().toISOString().slice(0, 10)}`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  process.exitCode = faults.length === 0 ? process.exitCode : 1;
}
