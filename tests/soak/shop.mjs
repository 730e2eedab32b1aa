// What a till says on SPI v1, and the customers and bonus checks that a run begins with.
import fs from 'node:fs';
import { ask, call } from './calls.mjs';

export const key = 'rk_soak_shop_one';
export const headersOf = (token) => ({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' });

export const orderText = (id, email, at = Math.floor(Date.now() / 1000)) =>
  JSON.stringify({
    orderid: id, orderdate: at, orderstateid: 10, currencycode: 'SEK', email, moneytotal_gross_all: '100.00', moneyfinal_net: '80.00',
    moneyfinal_vat: '20.00', additionaldata: { 'pos-receiptid': `R${id}` }, payments: [{ name: 'Card', moneyamount: '100.00' }],
    orderitems: [
      { orderitemid: 0, sku: '1', productname: 'Shirt', quantity: 1, vatvalue: 25, moneyitemtotal_net: '80.00', moneyitemtotal_vat: '20.00' },
    ],
  });

export const redemptionText = (check, receipt, amount) =>
  JSON.stringify({ bonus_checks: [amount ? { bonus_check_id: check, amount } : { bonus_check_id: check }], receipt_id: receipt });

/** Registers a customer and answers the contact id. */
export async function register(port, email, token = key) {
  return ask(port, 'POST', '/sitoo/v1/contacts', { headers: headersOf(token), body: { email, accepts_email: true } });
}

export const search = (port, email, { token = key, agent } = {}) =>
  call(port, 'GET', `/sitoo/v1/contacts?key=${encodeURIComponent(email)}`, { headers: headersOf(token), agent });

/** The account that the key has made by being used. */
export async function accountOf(system, token = key) {
  const { items } = await system.admin('GET', '/accounts');
  return items.find(({ name }) => name.includes(token) || name === token)?.account_id;
}

/** Bonus checks by a file, as a shop gives them: [{email, id, value: "100.00"}]; customers who are not known are added. */
export async function giveChecks(system, checks, token = key) {
  const rows = ['email;id;name;value;currency', ...checks.map(({ email, id, value }) => `${email};${id};Bonus;${value.replace('.', ',')};SEK`)];
  const path = `${system.folder}/checks.csv`;
  fs.writeFileSync(path, rows.join('\n'));
  const account = await accountOf(system, token);
  const staged = await system.admin('POST', '/imports', { account, path, unknown_customers: 'create' });
  await system.admin('POST', `/imports/${staged.id}/apply`, { account, wait: true });
}
