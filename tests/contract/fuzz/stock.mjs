// What the shop is given before it is asked by chance, so that there is something to find, to undo and to erase.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checks } from '../story.mjs';

export async function must(answered) {
  const { status, text, body } = await answered;
  if (status >= 300) throw new Error(`the shop cannot be made: ${status} ${text}`);
  return body;
}

/** Ids of more shops. */
export async function addShops(shop, count) {
  const ids = [];
  for (let number = 0; number < count; ++number)
    ids.push((await must(shop.call('addAccount', { body: { name: 'Another shop', rule_api_key: `rk_another_${number}` } }))).account_id);
  return ids;
}

/** A shop with changes of which none is in another's way. */
export async function addChanged(shop) {
  const { account_id: account } = await must(shop.call('addAccount', { body: { name: 'Changed shop', rule_api_key: 'rk_changed' } }));
  for (const change of [
    { name: 'Else' },
    { country: 'NO' },
    { time_zone: 'UTC' },
    { currency: 'NOK' },
    { eshop_id: 2 },
    { sitoo_api_id: 'x' },
  ])
    await must(shop.call('changeAccount', { params: { account }, body: change }));
  const { items } = await must(shop.call('listAccountChanges', { params: { account } }));
  return { account, changes: items.map(({ change_id }) => change_id) };
}

/** Two endpoints, and messages to them. */
export async function addEndpoints(shop) {
  const params = { account: shop.account };
  for (const url of ['https://127.0.0.1:1/one', 'https://127.0.0.1:1/two']) {
    const { endpoint_id: endpoint } = await must(shop.call('addEndpoint', { params, body: { url } }));
    for (let number = 0; number < 3; ++number) await must(shop.call('testEndpoint', { params: { ...params, endpoint } }));
  }
}

/** Ids of who has just registered. */
export async function addLeavers(shop, count) {
  const { api_token } = shop.connection;
  const headers = { Authorization: `Bearer ${api_token}` };
  for (let number = 0; number < count; ++number)
    await fetch(`${shop.servers.kassabroUrl}/sitoo/v1/contacts`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: leaver(number) }),
    });
  return customersOf(
    shop,
    Array.from({ length: count }, (_, number) => leaver(number)),
  );
}

const leaver = (number) => `leaver${number}@example.com`;

export async function customersOf(shop, emails) {
  const ids = [];
  for (const key of emails) {
    const { items } = await must(shop.call('findCustomer', { query: { account: shop.account, key } }));
    ids.push(items[0].contact_id);
  }
  return ids;
}

export async function eraseOne(shop, customer) {
  const body = { account: shop.account, confirm: customer };
  return (await must(shop.call('eraseCustomer', { params: { customer }, body }))).erasure_id;
}

export async function stageImports(shop, count) {
  const ids = [];
  for (let number = 10; number < 10 + count; ++number) {
    const asked = { query: { account: shop.account, unknown_customers: 'create' }, raw: checks(number) };
    ids.push((await must(shop.call('uploadImport', asked))).id);
  }
  return ids;
}

/** Files, and what only looks like one. */
export async function filesOf(shop) {
  const empty = path.join(shop.servers.data, 'empty.csv');
  const pipe = path.join(shop.servers.data, 'pipe.csv');
  await writeFile(empty, '');
  execFileSync('mkfifo', [pipe]);
  return [empty, pipe, shop.servers.data, '/dev/null', '/dev/zero', '/dev/stdin', '/proc/self/mem', '/no/such/file.csv'];
}
