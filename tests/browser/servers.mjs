// The two programs under test: running ones that the environment names, or fresh ones on free ports.
//   SANDBOX_URL and KASSABRO_URL   use these; DATA_DIR is the data folder of the latter, for its commands
//   KASSABRO_BIN                   otherwise: the folder of the binaries to start (default: the release build)
import { execFileSync, spawn } from 'node:child_process';
import { appendFile, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const releaseBin = fileURLToPath(new URL('../../build/release/bin', import.meta.url));

export async function startServers() {
  const { SANDBOX_URL, KASSABRO_URL, DATA_DIR } = process.env;
  if (!SANDBOX_URL || !KASSABRO_URL) return startOwnServers();
  return { sandboxUrl: trimmed(SANDBOX_URL), kassabroUrl: trimmed(KASSABRO_URL), data: DATA_DIR, stop: async () => {} };
}

/** Fresh ones whatever the environment names; `more` are settings of Kassabro besides the usual ones, `file` is its settings file, as TOML. */
export async function startOwnServers(more = {}, file = undefined) {
  const data = await mkdtemp(path.join(tmpdir(), 'kassabro-browser-'));
  const children = [];
  const stop = async () => {
    await Promise.all(children.map(stopped));
    await rm(data, { recursive: true, force: true });
  };
  try {
    return { ...(await startFresh(data, children, more, file)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const trimmed = (url) => url.replace(/\/+$/, '');

async function startFresh(data, children, more, file) {
  const [sandbox, listen, admin] = (await freePorts(3)).map((port) => `127.0.0.1:${port}`);
  const sandboxUrl = `http://${sandbox}`;
  const kassabroUrl = `http://${listen}`;
  const start = async (name, args, readyUrl) => {
    const child = await started(name, args, data);
    children.push(child);
    await ready(child, readyUrl);
  };
  await start('kassabro-sandbox', ['--listen', sandbox], `${sandboxUrl}/pos`);
  const settings = {
    'data.dir': data,
    'public.listen': listen,
    'admin.listen': admin,
    'rule.base_url': `${sandboxUrl}/rule/api`,
    'sitoo.base_url': `${sandboxUrl}/sitoo`,
    // What somebody changes in Rule is to be seen at the till in the time that a test takes.
    'rule.read_max_age': '1s',
    ...more,
  };
  const sets = Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const settingsFile = path.join(data, 'kassabro.toml');
  if (file) await writeFile(settingsFile, file, { mode: 0o600 });
  await start('kassabro', [...(file ? ['--config', settingsFile] : []), 'serve', ...sets], `${kassabroUrl}/readyz`);
  const [, kassabro] = children;
  return { sandboxUrl, kassabroUrl, adminUrl: `http://${admin}`, data, pid: kassabro.process.pid, stopKassabro: () => stopped(kassabro) };
}

/** The command line on these servers' data; what it prints, read as JSON. */
export function command(servers, args) {
  const binary = path.join(process.env.KASSABRO_BIN ?? releaseBin, 'kassabro');
  return JSON.parse(execFileSync(binary, ['--json', '--set', `data.dir=${servers.data}`, ...args], { encoding: 'utf8' }));
}

// All are held at once, so that they differ.
async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listening() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

async function started(name, args, data) {
  const log = path.join(data, `${name}.log`);
  const file = await open(log, 'w');
  const process_ = spawn(path.join(process.env.KASSABRO_BIN ?? releaseBin, name), args, {
    stdio: ['ignore', file.fd, file.fd],
  });
  const child = { name, log, process: process_, hasEnded: false, ended: undefined };
  child.ended = new Promise((resolve) => {
    process_.once('exit', resolve);
    // What cannot even be started says why in its log, where the reason for every other failure stands too.
    process_.once('error', (error) => resolve(appendFile(log, `${error.message}\n`)));
  }).then(() => {
    child.hasEnded = true;
  });
  await file.close();
  return child;
}

async function ready(child, url) {
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (child.hasEnded || Date.now() > deadline) {
      throw new Error(`${child.name} does not answer on ${url}\n${await readFile(child.log, 'utf8')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const answers = (url) => fetch(url).then((response) => response.ok, () => false);

async function stopped(child) {
  if (!child.hasEnded) child.process.kill('SIGTERM');
  await child.ended;
}
