// A sandbox and the nodes of a kassabro, started, killed and spoken to.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ask, call, until } from './calls.mjs';

export const binaries = process.env.KASSABRO_BIN ?? fileURLToPath(new URL('../../build/release/bin', import.meta.url));
export const work = process.env.SOAK_FOLDER ?? fileURLToPath(new URL('../../build/soak', import.meta.url));
const firstPort = Number(process.env.SOAK_PORT ?? 17_000);

// Whatever happens to us, no process stays behind.
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

function launch(log, command, words, env = {}) {
  const out = fs.openSync(log, 'a');
  const child = spawn(command, words, { stdio: ['ignore', out, out], env: { ...process.env, ...env } });
  fs.closeSync(out);
  running.add(child);
  child.ended = new Promise((resolve) => child.once('exit', (code, signal) => { running.delete(child); resolve({ code, signal }); }));
  return child;
}

async function startSandbox(folder, port, words) {
  const child = launch(`${folder}/sandbox.log`, `${binaries}/kassabro-sandbox`, ['--listen', `127.0.0.1:${port}`, ...words]);
  await until(async () => (await call(port, 'GET', '/control/faults')).status === 200, 'the sandbox answers', 20, 10);
  return { port, child };
}

class Node {
  constructor({ logs, data, name, port, settings, env }) {
    Object.assign(this, { folder: `${data}/${name}`, log: `${logs}/${name}.log`, name, port, adminPort: port + 1, env });
    this.settings = {
      'data.dir': this.folder,
      'public.listen': `127.0.0.1:${port}`,
      'admin.listen': `127.0.0.1:${port + 1}`,
      'public.account_rate': '0',
      ...settings,
    };
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Starts the process and does not wait for it. */
  async launch() {
    if ((await call(this.port, 'GET', '/healthz')).status !== 0) throw new Error(`port ${this.port} is taken`);
    const words = Object.entries(this.settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    this.child = launch(this.log, `${binaries}/kassabro`, ['serve', ...words], this.env);
  }
  async isReady() {
    if (this.child.exitCode !== null) throw new Error(`${this.name} ended by itself (${this.child.exitCode}); see ${this.log}`);
    return (await call(this.port, 'GET', '/readyz')).status === 200;
  }
  async start() {
    await this.launch();
    await until(() => this.isReady(), `${this.name} is ready`, 60, 5);
    return this;
  }
  async kill(signal = 'SIGKILL') {
    this.child.kill(signal);
    return this.child.ended;
  }
  admin(method, path, body) {
    const token = fs.readFileSync(`${this.folder}/admin.token`, 'utf8').trim();
    return ask(this.adminPort, method, `/api/v1${path}`, { body, headers: { Authorization: `Bearer ${token}` } });
  }
}

/**
 * A sandbox whose limits of calls are not the subject, and `count` nodes on one store. `data`: where their data folders are, if not beside the
 * logs. `env` and `sandboxWords` answer what a process is given, by the folder of the run.
 */
export async function openSystem(run, { store, count = 1, base = firstPort, settings = {}, env = () => ({}), sandboxWords = () => [], data }) {
  const folder = `${work}/${run}`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox(folder, base + 90, sandboxWords(folder));
  const control = (method, path, body) => ask(sandbox.port, method, `/control${path}`, { body });
  await control('PUT', '/rule/switches', { requests_allowed: 50_000_000 });
  const url = `http://127.0.0.1:${sandbox.port}`;
  const all = { 'rule.base_url': `${url}/rule/api`, 'sitoo.base_url': `${url}/sitoo`, ...store.settings, ...settings };
  const nodes = [];
  for (let i = 0; i < count; ++i) {
    const node = new Node({ logs: folder, data: data ?? folder, name: `node${i + 1}`, port: base + i * 10, settings: all, env: env(folder) });
    if (i > 0) fs.copyFileSync(`${nodes[0].folder}/secret.key`, `${node.folder}/secret.key`);
    nodes.push(await node.start());
  }
  store.open(nodes[0].folder);
  const close = async () => {
    for (const node of nodes) await node.kill('SIGTERM');
    sandbox.child.kill('SIGTERM');
    await sandbox.child.ended;
  };
  return { folder, sandbox, control, nodes, store, close, admin: (...words) => nodes[0].admin(...words) };
}

/** Everything that was enqueued is told, or set aside. */
export async function untilDelivered(system, patience_s = 600) {
  const left = () => Number(system.store.rows(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')`)[0][0]);
  await until(() => left() === 0, 'everything delivered', patience_s, 500);
}
