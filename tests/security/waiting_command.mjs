// A command that waits for its secrets, which somebody hands it through pipes with names: what others see of it meanwhile.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './wire.mjs';

export const binary = path.join(process.env.KASSABRO_BIN ?? new URL('../../build/release/bin', import.meta.url).pathname, 'kassabro');

/** A shell's words that allow core files, as far as it may. */
export const allowCores = 'ulimit -c unlimited 2>/dev/null || ulimit -S -c "$(ulimit -H -c)"; exec "$0" "$@"';

/** Once it is the program itself and no longer the shell. */
export const isProgram = async (pid) => (await readlink(`/proc/${pid}/exe`).catch(() => '')) === binary;

/** `secrets`: {option: what is to be read from the file that it names}. The command waits until `end`. */
export async function startCommand(servers, words, secrets, more = []) {
  const folder = await mkdtemp(path.join(tmpdir(), 'kassabro-pipes-'));
  const pipes = Object.entries(secrets).map(([option, text], at) => ({ option, text, file: path.join(folder, String(at)) }));
  for (const pipe of pipes) {
    execFileSync('mkfifo', [pipe.file]);
    pipe.end = await open(pipe.file, 'r+'); // for both directions: nobody waits for the other end to be opened
  }
  const line = ['--json', '--set', `data.dir=${servers.data}`, ...words, ...pipes.flatMap(({ option, file }) => [option, `@${file}`]), ...more];
  const child = spawn('sh', ['-c', allowCores, binary, ...line], { stdio: ['ignore', 'pipe', 'pipe'] });
  const told = { output: '', said: '' };
  child.stdout.on('data', (text) => (told.output += text));
  child.stderr.on('data', (text) => (told.said += text));
  await until('the command runs', () => isProgram(child.pid));
  return {
    pid: child.pid,
    /** What the list of processes tells. */
    seen: async () => (await Promise.all(['cmdline', 'environ'].map((file) => readFile(`/proc/${child.pid}/${file}`, 'utf8')))).join('\0'),
    async end() {
      const closed = once(child, 'close');
      for (const { end, text } of pipes) await end.write(`${text}\n`);
      const [status] = await closed;
      for (const { end } of pipes) await end.close();
      await rm(folder, { recursive: true });
      return { status, ...told };
    },
  };
}
