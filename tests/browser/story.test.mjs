// The whole story of the integration guide, in a browser: connect Rule and Sitoo, register a customer at the till, sell,
// and see it all in Rule.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPages } from './pages.mjs';
import { startServers } from './servers.mjs';

// Of this run alone, so that it can run again on servers that remember.
const stamp = String(Date.now()).slice(-7);
const phone = `+4670${stamp}`;
const email = `anna.${stamp}@example.com`;
const address = { 'Invoice address': 'Storgatan 1', 'Invoice postal code': '111 22', 'Invoice city': 'Stockholm' };

describe('Sitoo and Rule, connected', { concurrency: false }, () => {
  let servers, pages, pos, backoffice, rule, products, memberNumber;

  before(async () => {
    servers = await startServers();
    pages = await openPages(servers);
    ({ pos, rule, backoffice } = pages);
  });

  after(async () => {
    await pages?.close();
    await servers?.stop();
  });

  it('takes a key from Rule to the backoffice', async () => {
    await rule.page.bringToFront();
    await rule.copyNewKey(`Sitoo ${stamp}`);
    await backoffice.page.bringToFront();
    await backoffice.open();
    await backoffice.enterUrl(`${servers.kassabroUrl}/sitoo/v1`);
    assert.match(await backoffice.pasteToken(), /^rk_/);
    await backoffice.fill('Search placeholder', 'Phone or email');
    await backoffice.fill('Member number title', 'Club number');
    const fields = ['E-mail', 'Mobile phone', 'First name', 'Last name', ...Object.keys(address)];
    await backoffice.allowFields('Registration of new contact', fields);
    await backoffice.allowFields('Update of contact', ['E-mail', 'Mobile phone']);
    await backoffice.save();
    assert.match(await backoffice.testConnection(), /^Connected/);
  });

  it('registers at the till who is not known yet', async () => {
    await pos.page.bringToFront();
    await pos.open();
    products = await pos.products();
    await pos.search(phone);
    await pos.waitForNobody();
    const card = await pos.register({ 'E-mail': email, 'First name': 'Anna', 'Last name': `Ek ${stamp}`, ...address });
    const text = await card.innerText();
    assert.ok(text.includes(phone), 'the searched phone was taken over into the form');
    memberNumber = /Club number (\S+)/.exec(text)?.[1];
    assert.ok(memberNumber, 'the card shows a member number');
  });

  it('sells two items and prints the member number', async () => {
    await pos.closeDialog();
    await pos.add(products[0]);
    await pos.add(products[1]);
    const receipt = await (await pos.pay()).innerText();
    for (const expected of [products[0].name, products[1].name, 'Club number', memberNumber]) {
      assert.ok(receipt.includes(expected), `the receipt shows ${expected}`);
    }
    await pos.page.getByText('Copy sent to the CRM').waitFor();
  });

  it('shows the customer, the order and the tag in Rule', async () => {
    await rule.page.bringToFront();
    await rule.openCustomer(email);
    await rule.waitForTag('OrderCompleted');
    await rule.waitForRecords('Sitoo-Order', 1);
    assert.deepEqual(await rule.field('Sitoo-Contact', 'namefirst'), { type: 'text', value: 'Anna' });
    assert.deepEqual(await rule.field('Sitoo-Contact', 'membernumber'), { type: 'text', value: memberNumber });
    assert.equal((await rule.field('Sitoo-Contact', 'registered')).type, 'datetime');
    assert.deepEqual(await rule.field('Sitoo-Address', 'invoice_city'), { type: 'text', value: 'Stockholm' });
    await rule.openNewestRecord('Sitoo-Order');
    assert.equal((await rule.field('Sitoo-Order', 'orderdate')).type, 'datetime');
    assert.equal((await rule.field('Sitoo-Order', 'skus')).type, 'multiple');
    assert.equal((await rule.field('Sitoo-Order', 'products')).type, 'json');
  });

  it('adds a second record by itself when the customer buys again', async () => {
    await pos.page.bringToFront();
    await pos.newSale();
    await pos.search(email);
    const card = await pos.waitForCard();
    await card.getByRole('region', { name: 'Latest purchases' }).getByRole('button').first().waitFor();
    await pos.closeDialog();
    await pos.add(products[1]);
    await pos.pay();
    await rule.page.bringToFront();
    await rule.waitForRecords('Sitoo-Order', 2);
  });

  it('finds nobody by a shortened e-mail address', async () => {
    await pos.page.bringToFront();
    await pos.newSale();
    await pos.search(email.slice(0, -1));
    await pos.waitForNobody();
  });

  it('breaks no content policy and throws nothing in any page', () => {
    assert.deepEqual(pages.complaints, []);
  });
});
