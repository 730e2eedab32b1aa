// A shop that has sold something: a customer of the web shop, and one whom a till has registered; sales by both SPIs, a return, and a
// delivery that Rule refuses.
import { connectShop } from './shop.mjs';
import { command } from './servers.mjs';

export const tillCustomer = 'anna@example.com';
export const webCustomer = 'vera@example.com';
const items = [
  { sku: 'SH-349', name: 'Linen shirt', quantity: 2, price: '349.00', vat: 25 },
  { sku: 'SC-199', name: 'Wool scarf', quantity: 1, price: '199.00', vat: 25 },
];

async function post(url, body, method = 'POST') {
  const answer = await fetch(url, { method, body: body === undefined ? undefined : JSON.stringify(body) });
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

/** The account's id, the customer's, an order's, and those of a delivery that arrived and of one that Rule refused. */
export async function livedInShop(servers) {
  const { sandboxUrl } = servers;
  await connectShop(servers, webCustomer);
  const { account_id: account } = command(servers, ['account', 'list']).items[0];
  command(servers, ['account', 'set', account, '--settings', '{"receipt":{"send":"email"}}']);
  const sell = (body) => post(`${sandboxUrl}/control/pos/sell`, { items, ...body });
  const { api_token } = command(servers, ['account', 'show', account]);
  const registered = await fetch(`${servers.kassabroUrl}/sitoo/v1/contacts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${api_token}` },
    body: JSON.stringify({ email: tillCustomer, mobile: '+46701234567', namefirst: 'Anna', namelast: 'Lind' }),
  });
  const customer = await registered.json();
  await sell({ spi: 'v1', key: webCustomer, bonus_checks: ['B-1'] });
  const { order_id } = await sell({ spi: 'v2', key: tillCustomer });
  await post(`${sandboxUrl}/control/pos/refund`, { spi: 'v2', order_id, items: [items[1]] });
  const arrived = await until(() => deliveries(servers, '--order', String(order_id), '--kind', 'order_completed', '--state', 'delivered')[0]);
  await post(`${sandboxUrl}/control/faults`, { system: 'rule', path: '/v2/subscribers', method: 'POST', status: 400, body: '{"error":"The field is unknown"}', count: 50 });
  await sell({ spi: 'v1', key: tillCustomer });
  const refused = await until(() => deliveries(servers, '--state', 'parked')[0]);
  await post(`${sandboxUrl}/control/faults`, undefined, 'DELETE');
  return { account, customer, order: String(order_id), arrived: arrived.delivery_id, refused: refused.delivery_id };
}
