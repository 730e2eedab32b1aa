// A customer whom only the web shop has ever seen, at a till of each generation: the card tells of the order in the web shop,
// and Rule of the bonus checks that were used.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { picture } from './browser.mjs';
import { openPages } from './pages.mjs';
import { startOwnServers } from './servers.mjs';
import { connectShop } from './shop.mjs';

const customer = 'vera@example.com';

// Needs a shop that nobody else uses.
describe('A bonus check of a customer of the web shop', { concurrency: false }, () => {
  let servers, pages, pos, rule, products;

  before(async () => {
    servers = await startOwnServers();
    await connectShop(servers, customer);
    pages = await openPages(servers);
    ({ pos, rule } = pages);
  });

  after(async () => {
    await pages?.close();
    await servers?.stop();
  });

  it('stands on the card of a customer whom no till has seen, with the order of the web shop', async () => {
    await pos.page.bringToFront();
    await pos.open();
    products = await pos.products();
    await pos.search(customer);
    const card = await pos.waitForCard();
    await card.getByRole('listitem', { name: 'Spring check' }).waitFor();
    await card.getByText('Webshop', { exact: true }).waitFor();
    const text = await card.innerText();
    assert.match(text, /Vera Webb/);
    assert.match(text, /1[\s,]?499\.00 SEK/);
    await picture(pos.page, '1-card-v1');
  });

  it('is used whole at a v1 till', async () => {
    await pos.useCheck('Spring check');
    await pos.add(products[0]);
    const receipt = await pos.pay();
    assert.match(await receipt.innerText(), /Spring check/);
    await picture(pos.page, '2-receipt-v1');
    await pos.newSale();
  });

  it('shows in Rule when it was used and what is left', async () => {
    await rule.page.bringToFront();
    await rule.openCustomer(customer);
    await rule.waitForTag('Sitoo-BonusUsed');
    const field = await rule.field('Sitoo-Contact', 'bonuschecks');
    assert.equal(field.type, 'json');
    assert.match(await rule.group('Sitoo-Contact').innerText(), /Spring check\s+100\.00\s+0\.00[\s\S]*Used/);
    assert.equal((await rule.field('Sitoo-Contact', 'bonusleft')).value, '50.00');
    await picture(rule.page, '3-rule-used');
  });

  it('is used in part at a v2 till', async () => {
    await pos.page.bringToFront();
    await pos.chooseSpi('v2');
    await pos.add(products[1]);
    await pos.search(customer);
    const card = await pos.waitForCard();
    await card.getByRole('listitem', { name: 'Birthday check' }).waitFor();
    assert.match(await card.innerText(), /Loyalty/, 'v2 shows sections');
    await picture(pos.page, '4-card-v2');
    await pos.useCheck('Birthday check', '20');
    await pos.pay();
    await picture(pos.page, '5-receipt-v2');
    await pos.newSale();
    await rule.page.bringToFront();
    await rule.openCustomer(customer);
    await rule.page.getByText('30.00').first().waitFor();
    await picture(rule.page, '6-rule-part');
  });

  it('leaves no complaint in the browser', () => {
    assert.deepEqual(pages.complaints, []);
  });
});
