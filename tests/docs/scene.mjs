// A shop on running servers, and a shell in which `kassabro` is this build's program on the shop's data, so that commands can be run as they are written.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from '../browser/servers.mjs';
import { openShop } from '../contract/shop.mjs';
import { webCustomer } from '../contract/story.mjs';

const order = { orderid: 4711, email: webCustomer, currencycode: 'SEK', moneytotal_gross_all: '100.00', orderitems: [{ sku: '1', productname: 'Shirt', quantity: 1, vatvalue: 25, moneyitemtotal_net: '80.00', moneyitemtotal_vat: '20.00' }] };

/** Programs that stand before the machine's own: ours, and a sudo that is already the right user. */
async function shims(folder, { data }) {
  const write = async (name, text) => {
    await writeFile(path.join(folder, name), `#!/bin/bash\n${text}\n`);
    await chmod(path.join(folder, name), 0o755);
  };
  await write('kassabro', `exec "${process.env.KASSABRO_BIN}/kassabro" --set "data.dir=${data}" "$@"`);
  await write('sudo', 'while [[ $1 == -* ]]; do shift 2; done; exec "$@"');
}

/** Runs a text as a shell does; what is typed stands on its standard input. */
function run(text, env, typed = '') {
  return new Promise((resolve) => {
    const child = spawn('bash', ['-c', `set -o pipefail; ${text}`], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.on('close', (status) => resolve({ status, output }));
    child.stdin.end(`${typed}\n`);
  });
}

/** Throws when something of it fails, and leaves no server behind then. */
export async function openScene() {
  const shop = await openShop([], { 'outbound.allow': '127.0.0.1' });  // first: what fails in it ends by itself
  const folder = await mkdtemp(path.join(tmpdir(), 'kassabro-docs-'));
  const receiver = createServer((request, response) => request.resume().on('end', () => response.writeHead(204).end()));
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    receiver.close();
    await shop.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return await sceneOf(shop, folder, receiver, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function sceneOf(shop, folder, receiver, close) {
  const { servers, account } = shop;
  const json = (...args) => command(servers, [...args, '--account', account]);
  await shims(folder, servers);
  const config = path.join(folder, 'kassabro.toml');
  await writeFile(config, `data.dir = "${servers.data}"\n`);
  await writeFile(path.join(folder, 'order.json'), JSON.stringify(order));
  let count = 0;
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const scene = {
    account, connection: shop.connection, checks: shop.checksFile, order: path.join(folder, 'order.json'), parked: shop.parked.delivery_id, soldOrder: shop.order,
    url: servers.kassabroUrl, sandboxUrl: servers.sandboxUrl, backup: path.join(folder, 'backup'), aDayAgo: new Date(Date.now() - 86_400_000).toISOString().replace(/\.\d+/, ''),
    basic: `--user ${shop.connection.basic_user} --password ${shop.connection.basic_password}`,
    customer: json('customer', 'find', webCustomer).items[0].contact_id,
    ruleKey: (await (await fetch(`${servers.sandboxUrl}/control/settings`)).json()).custom_crm.api_token,
    endpoint: json('webhook', 'add', `http://127.0.0.1:${receiver.address().port}/`).endpoint_id,
    next: () => ++count,
    place: () => path.join(folder, `made-${++count}`),
    run: (text, typed) => run(text, env, typed),
    untilIdle: shop.untilIdle,
    stopServer: () => servers.stopKassabro(),
    close,
  };
  scene.message = async () => (json('webhook', 'test', scene.endpoint), json('webhook', 'messages').items[0].message_id);
  scene.importId = async () => json('bonus-checks', 'imports').items.find(({ state }) => state === 'applied').id;
  /** A history that takes long enough to be paused. */
  scene.runHistory = async () => {
    await shop.untilIdle('history');
    await shop.slowSitoo(2_000);
    json('history', 'sync');
  };
  scene.pausedJob = async () => {
    const paused = () => json('jobs', 'list').items.find(({ state }) => state === 'paused');
    if (!paused()) {
      await scene.runHistory();
      json('jobs', 'pause', 'history');
    }
    await shop.slowSitoo(0);
    return paused().kind;
  };
  /** Addresses and files of the pages, as they are here. */
  scene.here = (text) =>
    text
      .replaceAll('/etc/kassabro/kassabro.toml', config)
      .replaceAll('/var/lib/kassabro', servers.data)
      .replaceAll('build/release/bin/kassabro', 'kassabro')
      .replaceAll('data.dir=build/demo/mine', `data.dir=${servers.data}`)
      .replaceAll('http://127.0.0.1:8090', servers.sandboxUrl)
      .replaceAll('http://127.0.0.1:8081', servers.adminUrl)
      .replaceAll('localhost:8080', new URL(servers.kassabroUrl).host)
      .replace(/^curl /, 'curl --fail ')
      .replace(/--account (?:A|ID|ACCOUNT)\b/g, `--account ${account}`)
      .replace(/^(kassabro account \w+) (?:A|ACCOUNT)\b/, `$1 ${account}`);
  return scene;
}
