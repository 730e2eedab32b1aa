// A bonus check, from Rule to the tills of both generations and back: used in part, used up, refused.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPages } from './pages.mjs';
import { command, startServers } from './servers.mjs';

// Of this run alone, so that it can run again on servers that remember.
const stamp = String(Date.now()).slice(-7);
const email = `bo.${stamp}@example.com`;
const check = (id, name, value) => ({
  id: `${id}-${stamp}`, name, description: '', value, remaining: value, currency: 'SEK',
  validfrom: '2020-01-01', validto: '2099-12-31', redeemed: false, redeemeddate: null,
});
const checks = [check('A', 'Autumn bonus', '100.00'), check('S', 'Spring bonus', '50.00'), check('W', 'Winter bonus', '30.00')];
const isDate = /^[A-Z][a-z]{2} \d{1,2}, \d{4}$/;

describe('A bonus check', { concurrency: false }, () => {
  let servers, pages, pos, backoffice, rule, products;

  before(async () => {
    servers = await startServers();
    pages = await openPages(servers);
    ({ pos, rule, backoffice } = pages);
  });

  after(async () => {
    await pages?.close();
    await servers?.stop();
  });

  /** The shop's account at kassabro: it was made when the key was first used, so it is the youngest. */
  const account = () => {
    const { items } = command(servers, ['account', 'list']);
    const [youngest] = items.sort((one, other) => Number(other.account_id) - Number(one.account_id));
    return command(servers, ['account', 'show', youngest.account_id]);
  };

  const atTheTill = async () => {
    await pos.page.bringToFront();
    await pos.newSale();
  };

  it('needs both generations to be connected', async () => {
    await rule.page.bringToFront();
    await rule.copyNewKey(`Bonus ${stamp}`);
    await backoffice.page.bringToFront();
    await backoffice.open();
    await backoffice.enterUrl(`${servers.kassabroUrl}/sitoo/v1`);
    await backoffice.pasteToken();
    await backoffice.allowFields('Registration of new contact', ['E-mail', 'Mobile phone', 'First name']);
    await backoffice.save();
    assert.match(await backoffice.testConnection(), /^Connected/);
    const { basic_user: user, basic_password: password } = account();
    await backoffice.enterAccess('CRM', { url: `${servers.kassabroUrl}/sitoo/v2`, user, password });
    await backoffice.enterAccess('Events', { url: `${servers.kassabroUrl}/sitoo/events`, user, password });
    await backoffice.save();
    assert.match(await backoffice.testV2Connection(), /^Connected/);
  });

  it('is not mentioned on the card of who has none', async () => {
    await pos.page.bringToFront();
    await pos.open();
    products = await pos.products();
    await pos.chooseSpi('v1');
    await pos.search(email);
    await pos.waitForNobody();
    const card = await pos.register({ 'E-mail': email, 'First name': 'Bo' });
    assert.doesNotMatch(await card.innerText(), /bonus/i);
    await pos.closeDialog();
  });

  it('is written in Rule and seen at the till', async () => {
    await rule.page.bringToFront();
    await rule.openCustomer(email);
    await rule.addField('Sitoo-Contact', 'bonuschecks', JSON.stringify(checks));
    assert.equal((await rule.jsonRow('Sitoo-Contact', 'bonuschecks', 'Autumn bonus')).Status, 'Open');
    await atTheTill();
    const text = await (await pos.openCardWithCheck(email, 'Autumn bonus')).innerText();
    assert.match(text, /100\.00 SEK/);
    assert.match(text, /Valid to Dec 31, 2099/);
    await pos.closeDialog();
  });

  it('is used in part at a v1 till', async () => {
    await atTheTill();
    await pos.add(products[0]);
    const before = Number.parseFloat((await pos.toPay()).replaceAll(',', ''));
    await pos.openCardWithCheck(email, 'Autumn bonus');
    assert.match(await pos.useCheck('Autumn bonus', '40'), /−40\.00/);
    assert.equal(Number.parseFloat((await pos.toPay()).replaceAll(',', '')), before - 40);
    const receipt = await (await pos.pay()).innerText();
    assert.match(receipt, /Autumn bonus\s+−40\.00/);
  });

  it('tells Rule the date of use and what is left', async () => {
    await rule.page.bringToFront();
    const row = await rule.jsonRow('Sitoo-Contact', 'bonuschecks', 'Autumn bonus', '60.00');
    assert.equal(row.Value, '100.00');
    assert.equal(row.Remaining, '60.00');
    assert.equal(row.Status, 'Open');
    assert.match(row['Used on'], isDate);
  });

  it('is used up at a v2 till, which shows what was left', async () => {
    await atTheTill();
    await pos.chooseSpi('v2');
    await pos.add(products[0]);
    await pos.add(products[1]);
    await pos.openCardWithCheck(email, 'Autumn bonus', '60.00');
    assert.match(await pos.useCheck('Autumn bonus'), /−60\.00/);
    await pos.pay();
    await rule.page.bringToFront();
    const row = await rule.jsonRow('Sitoo-Contact', 'bonuschecks', 'Autumn bonus', 'Used');
    assert.equal(row.Remaining, '0.00');
    assert.match(row['Used on'], isDate);
    await atTheTill();
    await pos.openCardWithCheck(email, 'Spring bonus');
    await pos.waitUntilNotOffered('Autumn bonus');
    await pos.closeDialog();
  });

  it('that another till used meanwhile is refused, and nothing is sold', async () => {
    await atTheTill();
    await pos.add(products[0]);
    const whole = await pos.toPay();
    await pos.openCardWithCheck(email, 'Spring bonus');
    await pos.useCheck('Spring bonus');
    const { sku, name, price, vat } = products[1];
    const sold = await pos.page.request.post(`${servers.sandboxUrl}/control/pos/sell`, {
      data: { spi: 'v1', key: email, items: [{ sku, name, quantity: 1, price, vat }], bonus_checks: [checks[1].id] },
    });
    assert.ok(sold.ok(), `the other till sells: ${await sold.text()}`);
    const words = await pos.payRefused('Spring bonus');
    assert.match(words, /The sale was not made\./);
    assert.equal(await pos.toPay(), whole);
    await pos.page.getByRole('list', { name: 'Basket lines' }).getByText(products[0].name, { exact: true }).waitFor();
    await pos.page.keyboard.press('F2');
    await pos.waitForCard();
    await pos.waitUntilNotOffered('Spring bonus');
    await pos.closeDialog();
    await pos.pay();
  });

  it('is given back when the goods are', async () => {
    await atTheTill();
    await pos.chooseSpi('v1');
    await pos.add(products[0]);
    await pos.openCardWithCheck(email, 'Winter bonus');
    await pos.useCheck('Winter bonus');
    await pos.pay();
    await pos.returnNewestSale();
    await pos.page.getByText('The bonus check is given back').waitFor();
    await pos.page.getByText('Winter bonus: 30.00 SEK can be used again.').waitFor();
  });

  it('breaks no content policy and throws nothing in any page', () => {
    assert.deepEqual(pages.complaints, []);
  });
});
