// What stands in the shop, by the names that the document gives it: most requests are to speak of something that there is.
import { readFileSync } from 'node:fs';
import { checks, webCustomer } from '../story.mjs';
import { addChanged, addEndpoints, addLeavers, addShops, customersOf, eraseOne, filesOf, must, stageImports } from './stock.mjs';

const anna = 'anna@example.com';
const order = JSON.parse(readFileSync(new URL('../../../fixtures/sitoo/spi_v1/transaction.json', import.meta.url), 'utf8'));

/** Function of an operation's id: values by the name of a parameter or a member; `body` and `raw` are whole bodies. */
export async function poolsOf(shop) {
  const changed = await addChanged(shop);
  await addEndpoints(shop);
  const [other, ...spares] = await addShops(shop, 5);
  const [erased, ...leavers] = await addLeavers(shop, 4);
  const erasure = [await eraseOne(shop, erased)];
  const { items: sendings } = await must(shop.call('listMessages', { params: { account: shop.account } }));
  const told = { endpoint: sendings.map(({ endpoint_id }) => endpoint_id), message: sendings.map(({ message_id }) => message_id), since: ['2026-01-01T00:00:00Z'] };
  const known = { ...texts(shop), ...(await things(shop)), erasure, ...told, endpoint_id: told.endpoint, account: [shop.account, shop.account, shop.account, other] };
  const special = await specials(shop, { changed, spares, leavers });
  return (id) => ({ ...known, ...special[id] });
}

async function things(shop) {
  const { items: deliveries } = await must(shop.call('listDeliveries', { query: { limit: 20 } }));
  const customers = await customersOf(shop, [anna, webCustomer]);
  return {
    customer: customers,
    import: await stageImports(shop, 4),
    delivery: deliveries.map(({ delivery_id }) => delivery_id),
    delivery_ids: [[deliveries[0].delivery_id], []],
    order: [shop.order],
    order_id: [shop.order],
    order_ids: [[shop.order], []],
    path: [shop.checksFile, shop.checksFile, shop.checksFile, ...(await filesOf(shop))],
    settings: settingsOf((await must(shop.call('getDefaultSettings'))).settings),
  };
}

const texts = (shop) => ({
  key: [anna, webCustomer, '+46701234567'],
  email: [anna, webCustomer],
  file_name: ['checks.csv'],
  encoding: ['', 'utf-8', 'windows-1252'],
  sheet: [''],
  header_line: [0, 1],
  mapping: [{ Namn: '' }, { Namn: 'name' }],
  password: ['correct horse battery', 'another good password'],
  name: ['A shop'],
  country: ['SE', 'NO'],
  time_zone: ['Europe/Stockholm', 'UTC'],
  currency: ['SEK', 'NOK'],
  // Never an address of somebody else's.
  sitoo_base_url: [`${shop.servers.sandboxUrl}/sitoo`, 'http://127.0.0.1:1/nobody', ''],
  sitoo_api_id: ['1500-1', ''],
  sitoo_password: ['sandbox'],
  eshop_id: [1, 2],
  // Never somebody else's either: nothing may be called there.
  url: ['https://127.0.0.1:1/hook', 'https://127.0.0.1:1/other?a=b'],
  description: ['', 'The warehouse'],
  types: [[], ['order.completed'], ['consent.changed', 'customer.registered']],
  revision: [undefined, undefined, undefined, ''],
  raw: [checks(1), checks(2), '', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'a;b\n'.repeat(2_000)],
});

/** What only some operations are to be given. */
async function specials(shop, { changed, spares, leavers }) {
  const settings = await (await fetch(`${shop.servers.sandboxUrl}/control/settings`)).json();
  return {
    removeAccount: { account: spares },
    addAccount: { rule_api_key: Array.from({ length: 40 }, (_, number) => `rk_fuzz_${number}`) },
    changeAccount: { rule_api_key: [settings.custom_crm.api_token] },
    undoAccountChange: { account: [changed.account], change: changed.changes },
    eraseCustomer: { account: [shop.account], customer: leavers, confirm: leavers },
    explainOrder: { body: [order, { ...order, orderitems: [] }, { ...order, additionaldata: [] }] },
    uploadImport: { mapping: ['', '{}', '{"Namn":"name"}'] },
  };
}

/** Each section as it is by default, and each with one member of another type. */
function settingsOf(defaults) {
  const sections = Object.entries(defaults).map(([name, section]) => ({ [name]: section }));
  const odd = [null, 7, 'x', [], {}, [{}], { x: 1 }];
  const spoilt = Object.entries(defaults).flatMap(([name, section]) =>
    Object.keys(section).map((member, at) => ({ [name]: { [member]: odd[at % odd.length] } })),
  );
  return [
    ...Array(4)
      .fill([{}, defaults, ...sections])
      .flat(),
    ...spoilt,
  ];
}
