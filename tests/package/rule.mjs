// Rule, as the sandbox plays it, behind a door that can be shut: then nobody listens on its port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

import { freePort, hasEnded } from './installed.mjs';

const bin = process.env.KASSABRO_BIN ?? new URL('../../build/release/bin', import.meta.url).pathname;

export async function startRule() {
  const [port, doorPort] = [await freePort(), await freePort()];
  const sandbox = spawn(`${bin}/kassabro-sandbox`, ['--listen', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/pos`).catch(() => null))?.ok)
    if (hasEnded(sandbox)) throw new Error('the sandbox did not start');
    else await new Promise((resolve) => setTimeout(resolve, 50));
  const rule = new Rule(sandbox, url, port, doorPort);
  await rule.open();
  return rule;
}

class Rule {
  constructor(sandbox, url, port, doorPort) {
    Object.assign(this, { sandbox, url, port, doorPort });
    this.apiUrl = `http://127.0.0.1:${doorPort}/rule/api`;
    this.sitooUrl = `http://127.0.0.1:${doorPort}/sitoo`;
  }

  async open() {
    this.callers = new Set();
    this.door = createServer((caller) => {
      const inside = connect(this.port, '127.0.0.1');
      this.callers.add(caller);
      for (const [from, to] of [[caller, inside], [inside, caller]]) from.on('error', () => {}).on('close', () => to.destroy()).pipe(to);
    }).listen(this.doorPort, '127.0.0.1');
    await once(this.door, 'listening');
  }

  async shut() {
    const closed = once(this.door, 'close');
    this.door.close();
    for (const caller of this.callers) caller.destroy();
    await closed;
  }

  /** A call of the sandbox itself; its JSON. */
  async ask(method, place, body) {
    const answer = await fetch(`${this.url}${place}`, { method, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** What somebody gets on Rule's developer page. */
  newKey = async (name) => (await this.ask('POST', '/rule/pages-api/accounts/1/keys', { name })).key;

  /** All that Rule has of the shop, as text. */
  knows = async () => JSON.stringify(await this.ask('GET', '/control/rule/accounts/1/dump'));

  async stop() {
    await this.shut();
    if (hasEnded(this.sandbox)) return;
    this.sandbox.kill('SIGTERM');
    await once(this.sandbox, 'exit');
  }
}
