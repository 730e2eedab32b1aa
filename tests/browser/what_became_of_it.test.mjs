// What an operator does on call: finds the customer, follows a purchase to Rule's answer, sends what was refused again, tries a setting on
// a real order, saves it, and puts it back.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { enter } from './door.mjs';
import { livedInShop, tillCustomer } from './lived_in.mjs';
import { startOwnServers } from './servers.mjs';

describe('What became of a purchase', { concurrency: false }, () => {
  let servers, browser, page, shop;

  before(async () => {
    servers = await startOwnServers();
    shop = await livedInShop(servers);
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'en-GB' });
    await enter(page, servers.adminUrl);
  });
  after(async () => {
    await browser?.close();
    await servers?.stop();
  });

  const go = (place) => page.goto(`${servers.adminUrl}/accounts/${shop.account}/${place}`);

  it('shows on the timeline of the customer who is found by the whole address only', async () => {
    await go('customers');
    const key = page.getByRole('main').getByRole('textbox').first();
    await key.fill('anna@example.co');
    await page.keyboard.press('Enter');
    await page.getByText(/nobody/i).first().waitFor();
    await key.fill(tillCustomer);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Anna Lind' }).waitFor();
    for (const text of [/Purchase stored/, /Sitoo told of an order/, /Rule has it: Purchase/]) await page.getByText(text).first().waitFor();
  });

  it('leads to the delivery, with the exact call and the rule of each field', async () => {
    await go(`deliveries/${shop.arrived}`);
    await page.getByText('POST /v2/subscribers').first().waitFor();
    await page.getByRole('cell', { name: 'Sitoo-Order.orderid' }).first().waitFor();
  });

  it('is sent again when Rule has refused it', async () => {
    await go(`deliveries/${shop.refused}`);
    await page.getByText(/The field is unknown/).first().waitFor();
    await page.getByRole('button', { name: /Send again|Replay/ }).first().click();
    await page.getByText('Delivered', { exact: true }).first().waitFor();
  });

  it('can be told otherwise: a setting is saved, stands in the history, and is put back', async () => {
    const account = `${servers.adminUrl}/api/v1/accounts/${shop.account}`;
    const tag = async () => (await (await page.request.get(account)).json()).settings.rule?.order_tag;
    await go('settings');
    await page.getByText('Names in Rule').first().click();
    await page.locator('input[value="OrderCompleted"], input[placeholder="OrderCompleted"]').first().fill('Bought');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForFunction(async (url) => (await (await fetch(url)).json()).settings.rule?.order_tag === 'Bought', account);
    const { items } = await (await page.request.get(`${account}/changes`)).json();
    assert.equal(items[0].author, 'pages');
    await go('settings');
    await page.getByText('What was changed').first().click();
    await page.getByRole('button', { name: /Undo|Put back/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: /Undo|Put back/ }).last().click();
    await page.waitForFunction(async (url) => (await (await fetch(url)).json()).settings.rule?.order_tag === undefined, account);
    assert.equal(await tag(), undefined);
  });
});
