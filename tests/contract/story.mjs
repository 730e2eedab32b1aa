// What the shop has lived through before the API is asked: sales by both SPIs, a return, a delivery that Rule refused, orders and
// events that could not be read, a field that somebody has spoilt in Rule, a file of bonus checks.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connectShop } from '../browser/shop.mjs';

export const webCustomer = 'vera@example.com';
const tillCustomer = 'anna@example.com';
const items = [{ sku: 'S1', name: 'Shirt', quantity: 2, price: '349.00', vat: 25 }];
const brokenOrder = 7_777_777;
const atLeast = (count) => (rows) => rows.length >= count;

export async function tellStory(shop) {
  const { servers } = shop;
  await connectShop(servers, webCustomer);
  const [{ account_id }] = (await shop.ask('/api/v1/accounts')).items;
  shop.account = account_id;
  shop.connection = await shop.ask(`/api/v1/accounts/${account_id}`);
  shop.checksFile = path.join(servers.data, 'checks.csv');
  await writeFile(shop.checksFile, checks(1));
  await sell(shop);
  await park(shop);
  await sendWhatNobodyCanRead(shop);
  await spoilField(shop);
}

async function send(url, method, body, headers) {
  const answer = await fetch(url, { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

const control = ({ servers }, what, body, method = 'POST') => send(`${servers.sandboxUrl}/control/${what}`, method, body);

async function sell(shop) {
  const { servers, connection } = shop;
  const customer = { email: tillCustomer, mobile: '+46701234567', namefirst: 'Anna' };
  await send(`${servers.kassabroUrl}/sitoo/v1/contacts`, 'POST', customer, { Authorization: `Bearer ${connection.api_token}` });
  await control(shop, 'pos/sell', { spi: 'v1', key: tillCustomer, items });
  const sale = await control(shop, 'pos/sell', { spi: 'v2', key: tillCustomer, items });
  await control(shop, 'pos/refund', { spi: 'v2', order_id: sale.order_id });
  await control(shop, 'pos/sell', { spi: 'v1', key: webCustomer, items, bonus_checks: ['B-1'] });
  await control(shop, 'pos/book', { spi: 'v2', key: tillCustomer, items });
  await shop.until('order-fetches?state=done', atLeast(3));
  shop.order = String(sale.order_id);
  await shop.until('deliveries?state=delivered', atLeast(5));
}

/** Rule refuses a sale, however it is told; what comes later goes through again. */
async function park(shop) {
  await control(shop, 'faults', { system: 'rule', path: '/v2/subscribers', method: 'POST', status: 400, body: '{"error":"No"}', count: 100 });
  await control(shop, 'pos/sell', { spi: 'v1', key: tillCustomer, items });
  [shop.parked] = await shop.until('deliveries?state=parked', atLeast(1));
  await control(shop, 'faults', undefined, 'DELETE');
}

/** Events that are no JSON, bytes that are no text, and an order that Sitoo hands out without what an order needs. */
async function sendWhatNobodyCanRead(shop) {
  const { servers, connection } = shop;
  const credentials = Buffer.from(`${connection.basic_user}:${connection.basic_password}`).toString('base64');
  const events = (body) => fetch(`${servers.kassabroUrl}/sitoo/events`, { method: 'POST', headers: { Authorization: `Basic ${credentials}` }, body });
  await events('{"broken');
  await events(Uint8Array.of(0xff, 0xfe, 0x00));
  const body = JSON.stringify({ totalcount: 1, items: [{ orderid: brokenOrder, eshopid: 1, orderstateid: 10, orderitems: 'none' }] });
  await control(shop, 'faults', { system: 'sitoo', path: '/v2/accounts/1500/orders', status: 200, body, count: 1 });
  const data = { eshop_id: 1, order_id: brokenOrder, order_event_type: 'add', order_state_changed: 'closed' };
  await events(JSON.stringify([{ event_id: 'e1', event_type: 'order', event_date: 1_795_973_757, account_id: 1500, data }]));
  await shop.until('order-fetches?state=parked', atLeast(1));
  await control(shop, 'faults', undefined, 'DELETE');
}

/** Somebody writes into the field of bonus checks on Rule's pages, and a till reads it. */
async function spoilField(shop) {
  const key = (await control(shop, 'settings', undefined, 'GET')).custom_crm.api_token;
  await control(shop, `rule/accounts/${key}/fields`, { email: webCustomer, fields: { 'Sitoo-Contact.bonuschecks': '[{"id":"B-2","value":"a lot"}]' } }, 'PUT');
  await shop.until('doctor', async (findings) => {
    await fetch(`${shop.servers.kassabroUrl}/sitoo/v1/contacts?key=${webCustomer}`, { headers: { Authorization: `Bearer ${key}` } });
    return findings.some(({ ailment }) => ailment === 'bonus_field');
  });
}

/** A marketer's file, different for each number. One row is of somebody whom nobody has registered. */
export const checks = (number) =>
  'E-post;Bonuscheck-id;Namn;Värde;Giltig t.o.m.\n' +
  `${webCustomer};FILE-${number};Summer check;100,00;2099-12-31\n` +
  `nobody@example.com;NOBODY-${number};Summer check;50,00;2099-12-31\n`;
