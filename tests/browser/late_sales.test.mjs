// A till that is cut off sells on; what it kept reaches Sitoo later: in order, with its own times, and once, also when an answer
// is lost on the way and the page is loaded anew in the middle.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { picture } from './browser.mjs';
import { openPages } from './pages.mjs';
import { startOwnServers } from './servers.mjs';
import { connectShop } from './shop.mjs';

describe('A till that is offline', { concurrency: false }, () => {
  let servers, pages, pos, products;
  const waiting = () => pos.page.getByText(/sales? waits? on this till$/).first();

  before(async () => {
    servers = await startOwnServers();
    await connectShop(servers, 'vera@example.com');
    pages = await openPages(servers);
    ({ pos } = pages);
    await pos.page.bringToFront();
    await pos.open();
    products = (await pos.products()).slice(0, 3);
  });

  after(async () => {
    await pages?.close();
    await servers?.stop();
  });

  it('sells on, searches nobody, and still knows its sales when it is loaded anew', async () => {
    await pos.switchOnline();
    for (const product of products) {
      await pos.add(product);
      await pos.pay();
      await pos.newSale();
    }
    await pos.page.keyboard.press('F2');
    await pos.page.getByText('No customer search while the till is offline').waitFor();
    await picture(pos.page, 'late-1-search');
    await pos.closeDialog();
    await pos.page.reload();
    assert.equal(await waiting().innerText(), '3 sales wait on this till');
    assert.deepEqual(await pos.sales(), []);
  });

  it('sends each of them once, oldest first, although an answer is lost', async () => {
    let calls = 0;
    // Sitoo does the work of the second call, and nobody hears of it.
    await pos.page.route('**/pos/api/sales', async (route) => {
      if (route.request().method() !== 'POST' || ++calls !== 2) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await pos.switchOnline();
    await pos.page.getByText(/The last attempt failed/).waitFor();
    await pos.page.reload();
    await pos.page.getByLabel('Add product').waitFor();
    await waiting().waitFor({ state: 'detached' });
    const sales = (await pos.sales()).reverse();
    assert.deepEqual(sales.map((sale) => sale.lines[0].sku), products.map((product) => product.sku));
    const times = sales.map((sale) => sale.orderdate);
    assert.deepEqual(times, [...times].sort());
    assert.equal(calls, 4);
    await picture(pos.page, 'late-2-sent');
  });

  it('breaks no content policy and throws nothing in any page', () => {
    assert.deepEqual(pages.complaints, []);
  });
});
