// A whole cluster (script/cluster), started and spoken to.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../script/cluster', import.meta.url));

export async function openCluster(base) {
  const child = spawn(script, ['', String(base)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const all = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('the cluster has ended');
      if (value === '.') return all;
      all.push(value);
    }
  };
  const addresses = Object.fromEntries((await answer()).map((line) => line.split('=')));
  const ask = async (command) => {
    child.stdin.write(`${command}\n`);
    return answer();
  };
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.stdin.end();
    });
  return { addresses, ask, close };
}
