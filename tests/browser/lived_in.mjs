// A shop that has sold something: a customer of the web shop, and one whom a till has registered; sales by both SPIs, a return, a
// delivery that Rule refuses, and somebody who was erased.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connectShop } from './shop.mjs';
import { command } from './servers.mjs';

export const tillCustomer = 'anna@example.com';
export const webCustomer = 'vera@example.com';
const items = [
  { sku: 'SH-349', name: 'Linen shirt', quantity: 2, price: '349.00', vat: 25 },
  { sku: 'SC-199', name: 'Wool scarf', quantity: 1, price: '199.00', vat: 25 },
];

async function post(url, body, method = 'POST', headers = {}) {
  const answer = await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return answer.json().catch(() => null);
}

async function until(what) {
  for (let i = 0; i < 200; ++i) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It does not come');
}

const deliveries = (servers, ...filter) => command(servers, ['outbox', 'list', ...filter]).items;

/** A till registers them; the customer's id. */
async function register({ kassabroUrl }, api_token, person) {
  return post(`${kassabroUrl}/sitoo/v1/contacts`, person, 'POST', { Authorization: `Bearer ${api_token}` });
}

async function erase({ adminUrl, data }, account, customer) {
  const token = await readFile(path.join(data, 'admin.token'), 'utf8');
  const headers = { Authorization: `Bearer ${token.trim()}`, 'Content-Type': 'application/json' };
  const body = { account, confirm: String(customer) };
  return (await post(`${adminUrl}/api/v1/customers/${customer}/erase`, body, 'POST', headers)).erasure_id;
}

/** The ids of the account, of the customer, of an order, of a delivery that arrived, of one that Rule refused, and of an erasure. */
export async function livedInShop(servers) {
  const { sandboxUrl } = servers;
  await connectShop(servers, webCustomer);
  const { account_id: account } = command(servers, ['account', 'list']).items[0];
  command(servers, ['account', 'set', account, '--settings', '{"receipt":{"send":"email"}}']);
  const sell = (body) => post(`${sandboxUrl}/control/pos/sell`, { items, ...body });
  const { api_token } = command(servers, ['account', 'show', account]);
  const customer = await register(servers, api_token, { email: tillCustomer, mobile: '+46701234567', namefirst: 'Anna', namelast: 'Lind' });
  const leaver = await register(servers, api_token, { email: 'bo@example.com', namefirst: 'Bo', namelast: 'Ek' });
  const erasure = await erase(servers, account, leaver);
  await sell({ spi: 'v1', key: webCustomer, bonus_checks: ['B-1'] });
  const { order_id } = await sell({ spi: 'v2', key: tillCustomer });
  await post(`${sandboxUrl}/control/pos/refund`, { spi: 'v2', order_id, items: [items[1]] });
  const arrived = await until(() => deliveries(servers, '--order', String(order_id), '--kind', 'order_completed', '--state', 'delivered')[0]);
  await post(`${sandboxUrl}/control/faults`, { system: 'rule', path: '/v2/subscribers', method: 'POST', status: 400, body: '{"error":"The field is unknown"}', count: 50 });
  await sell({ spi: 'v1', key: tillCustomer });
  const refused = await until(() => deliveries(servers, '--state', 'parked')[0]);
  await post(`${sandboxUrl}/control/faults`, undefined, 'DELETE');
  return { account, customer, order: String(order_id), arrived: arrived.delivery_id, refused: refused.delivery_id, erasure };
}
