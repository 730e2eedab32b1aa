// Kassabro as the package installs it on the fresh Debian: its server, and its command line as the service's user.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freshDebian } from './fresh_debian.mjs';

export const settingsFile = '/etc/kassabro/kassabro.toml';
const dataFolder = '/var/lib/kassabro';

/** The fresh Debian, on which nobody has installed Kassabro yet. */
export function cleanDebian() {
  const debian = freshDebian('build/package');
  purge(debian);
  unmountData(debian);
  debian.run('rm', '-rf', dataFolder);
  return debian;
}

export function purge(debian) {
  try {
    debian.run('dpkg', '--purge', 'kassabro');
  } catch {
    // it was not there
  }
}

/** What a test, maybe one that was cut off, has mounted for the data. */
export function unmountData(debian) {
  execFileSync('sh', ['-c', 'while umount "$0" 2>/dev/null; do :; done', join(debian.root, dataFolder)]);
}

/** Sets what stands in the installed settings, mostly behind a #, as somebody with an editor would: {"rule.base_url": text}. */
export function writeSettings(debian, settings) {
  let text = debian.read(settingsFile);
  for (const [name, value] of Object.entries(settings)) {
    const [section, key] = name.split('.');
    const line = new RegExp(`(^\\[${section}\\]$(?:\\n(?!\\[).*)*?\\n)(?:# )?${key} = .*$`, 'm');
    assert.match(text, line, `${settingsFile} has no ${name}`);
    text = text.replace(line, `$1${key} = "${value}"`);
  }
  debian.write(settingsFile, text);
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** By itself or by a signal: of a process that crashed `exitCode` stays null. */
export const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

export class Installed {
  constructor(debian) {
    this.debian = debian;
  }

  /** As the service starts it, which systemd gives its data folder. `url` is that of the public listener. */
  async start(url, ...settings) {
    this.debian.run('install', '-d', '-o', 'kassabro', '-g', 'kassabro', '-m', '700', dataFolder);
    this.server = this.debian.start('kassabro:kassabro', 'kassabro', '--config', settingsFile, ...settings, 'serve');
    for (;;) {
      assert.ok(!hasEnded(this.server), `it ended by itself: ${this.server.exitCode ?? this.server.signalCode}`);
      const ready = await fetch(`${url}/readyz`).catch(() => null);
      if (ready?.status === 200) return;
      await sleep(50);
    }
  }

  async stop() {
    const { server } = this;
    this.server = undefined;
    if (!server || hasEnded(server)) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  }

  /** What a command prints; throws when it fails. */
  command(...words) {
    return this.debian.run(...asService, ...words);
  }

  /** {status, stdout, stderr} of a command that may fail; `input` is what somebody types. Does not hold up what this process serves meanwhile. */
  async tried(words, input = '') {
    const child = spawn('chroot', [this.debian.root, 'env', ...this.debian.environment, ...asService, ...words]);
    const told = { stdout: '', stderr: '' };
    for (const name of Object.keys(told)) child[name].setEncoding('utf8').on('data', (text) => (told[name] += text));
    child.stdin.on('error', () => {}).end(input);
    const [status] = await once(child, 'close');
    return { status, ...told };
  }

  /** Where the data folder lies for whoever is outside. */
  get dataPath() {
    return join(this.debian.root, dataFolder);
  }
}

const asService = ['setpriv', '--reuid=kassabro', '--regid=kassabro', '--clear-groups', 'kassabro', '--config', settingsFile];
