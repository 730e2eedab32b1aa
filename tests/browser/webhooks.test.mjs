// An integrator's endpoint, on the real server: added on the page, tested, told of a sale, mended after it failed, enabled after it said
// that it was gone, and deleted; the receiver verifies every message.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { axeFaults } from './axe.mjs';
import { enter, settled } from './door.mjs';
import { signatureOf, startReceiver } from './receiver.mjs';
import { command, startOwnServers } from './servers.mjs';
import { connectShop } from './shop.mjs';

describe('Outgoing webhooks', { concurrency: false }, () => {
  let servers, receiver, browser, page, account, secret, newSecret;
  const faults = [];

  before(async () => {
    receiver = await startReceiver();
    servers = await startOwnServers({ 'outbound.allow': '127.0.0.0/8' });
    await connectShop(servers, 'vera@example.com');
    account = command(servers, ['account', 'list']).items[0].account_id;
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
    page.on('pageerror', (error) => faults.push(error.message));
    await enter(page, servers.adminUrl);
  });
  after(async () => {
    await browser?.close();
    await servers?.stop();
    await receiver?.stop();
  });

  const go = async (place = '') => {
    await page.goto(`${servers.adminUrl}/accounts/${account}/webhooks${place}`);
    await settled(page);
  };
  const dialog = () => page.getByRole('dialog');
  const button = (name, within = page) => within.getByRole('button', { name, exact: true });
  const closed = () => dialog().waitFor({ state: 'detached' });
  const test = async (said) => {
    const before = receiver.taken.length;
    await button('Send test').click();
    const got = await receiver.next('endpoint.test', before);
    await page.getByText(said).waitFor();
    return got;
  };
  const messages = () => page.getByRole('table', { name: 'Messages' });

  it('are explained where there are none', async () => {
    await go();
    await page.getByText(/^A webhook tells another system/).waitFor();
    await page.getByText(/webhook\.verify\(body, request\.headers\)/).waitFor();
    assert.deepEqual(await axeFaults(page), []);
  });

  it('go to an endpoint that is added, once its address is one', async () => {
    await button('Add endpoint').click();
    await dialog().getByLabel('Address').fill('https://user:secret@example.com/');
    await button('Add endpoint', dialog()).click();
    await dialog().getByText(/^The address holds a user or a password/).waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await dialog().getByLabel('Address').fill(receiver.url);
    await dialog().getByLabel('Description').fill('Warehouse');
    await button('Add endpoint', dialog()).click();
    const code = dialog().locator('code').filter({ hasText: /^whsec_/ });
    await code.waitFor();
    secret = await code.textContent();
    assert.deepEqual(await axeFaults(page), []);
    await button('Done', dialog()).click();
    await closed();
    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('heading', { level: 1, name: 'Warehouse' }).waitFor();
  });

  it('are tested, and what the receiver answers is shown at once', async () => {
    receiver.answer = { status: 200, body: 'thank you' };
    const got = await test(/^The receiver answered 200 in .*: it works\.$/);
    await page.getByText('thank you').waitFor();
    assert.equal(got.headers['webhook-signature'], signatureOf(secret, got));
    assert.deepEqual(await axeFaults(page), []);
  });

  it('are signed by both secrets after a new one was made', async () => {
    await button('Make a new secret').click();
    await dialog().getByText(/for 24 hours with the old one as well/).waitFor();
    await button('Make a new secret', dialog()).click();
    await closed();
    newSecret = await page.locator('code').filter({ hasText: /^whsec_/ }).textContent();
    assert.notEqual(newSecret, secret);
    await page.getByText(/^The old secret signs as well until/).waitFor();
    const got = await test(/^The receiver answered 200/);
    assert.deepEqual(got.headers['webhook-signature'].split(' ').sort(), [secret, newSecret].map((each) => signatureOf(each, got)).sort());
  });

  it('tell of a sale, which stands in the log with its payload', async () => {
    const sold = await fetch(`${servers.sandboxUrl}/control/pos/sell`, {
      method: 'POST', body: JSON.stringify({ spi: 'v1', key: 'vera@example.com', items: [{ sku: 'SH-349', name: 'Linen shirt', quantity: 1, price: '349.00', vat: 25 }] }),
    });
    assert.ok(sold.ok);
    const got = await receiver.next('order.completed', 0);
    assert.equal(got.message.data.customer.email, 'vera@example.com');
    const id = got.headers['webhook-id'];
    await page.getByRole('button', { name: `Details ${id}` }).click();
    await dialog().getByText('Try 1').waitFor();
    await dialog().getByText(/"email": "vera@example\.com"/).waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await page.keyboard.press('Escape');
    await closed();
  });

  it('are tried again when the receiver fails, or sent again by hand', async () => {
    receiver.answer = { status: 500, body: 'out of order' };
    const { headers } = await test(/^The receiver answered 500/);
    await page.getByText('out of order').waitFor();
    await page.getByText('Waiting', { exact: true }).first().click();
    await page.getByText(/^Nothing has arrived since/).waitFor();
    assert.match(page.url(), /state=pending/);
    receiver.answer = { status: 204, body: '' };
    const before = receiver.taken.length;
    await page.getByRole('button', { name: `Send again ${headers['webhook-id']}` }).click();
    const again = await receiver.next('endpoint.test', before);
    assert.equal(again.headers['webhook-id'], headers['webhook-id']);
    await page.getByText('No message matches the filter.').waitFor();
  });

  it('end when the receiver says that it is gone, until somebody enables it and sends again what failed', async () => {
    await go();
    await page.getByRole('link', { name: receiver.url }).click();
    receiver.answer = { status: 410, body: '' };
    const { headers } = await test(/^The receiver answered 410/);
    await page.getByText('The receiver has asked to be told nothing more').waitFor();
    assert.ok(await button('Send test').isDisabled());
    assert.deepEqual(await axeFaults(page), []);
    receiver.answer = { status: 204, body: '' };
    await button('Enable').click();
    await button('Send again all that failed …').click();
    const before = receiver.taken.length;
    await button('Send again', dialog()).click();
    await closed();
    assert.equal((await receiver.next('endpoint.test', before)).headers['webhook-id'], headers['webhook-id']);
  });

  it('fit on a phone, in the dark, in Swedish', async () => {
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 }, locale: 'sv-SE', colorScheme: 'dark', reducedMotion: 'reduce', storageState: await page.context().storageState(),
    });
    const small = await phone.newPage();
    await small.addInitScript(() => localStorage.setItem('kassabro.language', 'sv'));
    for (const address of [`${servers.adminUrl}/accounts/${account}/webhooks`, page.url()]) {
      await small.goto(address);
      await settled(small);
      assert.deepEqual(await axeFaults(small), [], address);
      assert.equal(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, address);
    }
    await phone.close();
  });

  it('are disabled, and deleted with all that was told', async () => {
    await button('Disable').click();
    await button('Disable', dialog()).click();
    await page.getByText('This endpoint is disabled').waitFor();
    await messages().waitFor();
    await button('Delete').click();
    await dialog().getByText(receiver.url).waitFor();
    await button('Delete', dialog()).click();
    await page.getByText('No system is told yet').waitFor();
    assert.deepEqual(faults, []);
  });
});
