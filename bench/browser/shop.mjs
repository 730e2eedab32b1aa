// A shop to look at: sales of the sandbox's sample data, brought over as old orders are, and a customer of the web shop.
import { execFileSync } from 'node:child_process';
import { command, startOwnServers } from '../../tests/browser/servers.mjs';
import { connectShop } from '../../tests/browser/shop.mjs';
import { adminOf } from '../lib/admin.mjs';

const password = 'correct horse battery';

export async function openShop() {
  const servers = await startOwnServers();
  try {
    const seed = { customers: 200, orders: 600, seed: 1 };
    await send(`${servers.sandboxUrl}/control/seed`, 'POST', seed);
    await connectShop(servers, 'vera@example.com');
    const [{ account_id: account }] = command(servers, ['account', 'list']).items;
    await bringOldOrders(adminOf(servers.data), account);
    for (let i = 0; i < 20; ++i) await sell(servers);
    return { ...servers, account, cookie: await signIn(servers) };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

async function bringOldOrders(admin, account) {
  await admin('POST', '/jobs/run', { account, kind: 'history' });
  const isOpen = ({ items }) => items.some(({ kind, state }) => kind === 'history' && ['waiting', 'running'].includes(state));
  while (isOpen(await admin('GET', `/jobs?account=${account}`))) await new Promise((resolve) => setTimeout(resolve, 100));
}

const send = (url, method, body) => fetch(url, { method, body: JSON.stringify(body) });

const sell = ({ sandboxUrl }) =>
  send(`${sandboxUrl}/control/pos/sell`, 'POST', {
    spi: 'v1', key: 'vera@example.com', items: [{ sku: 'S1', name: 'Shirt', quantity: 1, price: '349.00', vat: 25 }],
  });

/** The cookie of somebody who has chosen the first password. */
async function signIn({ adminUrl }) {
  const answer = await send(`${adminUrl}/api/v1/session/password`, 'POST', { password });
  const [name, value] = answer.headers.get('set-cookie').split(';')[0].split('=');
  return { name, value, url: adminUrl };
}

/** Past deliveries by the thousand, one in a hundred refused: written into the store, because no till sells so fast. */
export function fillDeliveries({ data, account }, count) {
  const now = Date.now();
  const statement = `
    PRAGMA busy_timeout = 20000;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO outbox (delivery_id, account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, created_at, updated_at)
    SELECT i, ${account}, (SELECT min(contact_id) FROM contacts), 'order_completed', CAST(100000 + i AS TEXT),
           CASE WHEN i % 100 = 0 THEN 'parked' ELSE 'delivered' END, 1, 0, ${now}, CASE WHEN i % 100 = 0 THEN 'Rule answered 400 No' ELSE '' END,
           ${now} - 1000 * i, ${now} - 1000 * i FROM n;`;
  execFileSync('sqlite3', [`${data}/kassabro.db`], { input: statement });
}
