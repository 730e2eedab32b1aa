// Kassabro's own pages, on the real server: the first password, a shop connected by its Rule key, every page opened.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { startOwnServers } from './servers.mjs';

const password = 'correct horse battery';

describe("Kassabro's pages", { concurrency: false }, () => {
  let servers, browser, page;
  const faults = [];

  before(async () => {
    servers = await startOwnServers();
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
  });

  after(async () => {
    await browser?.close();
    await servers?.stop();
  });

  it('let the first one choose the password, and lead to the first shop', async () => {
    await page.goto(servers.adminUrl);
    await page.locator('input[type=password]').first().fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Connect a shop' }).waitFor();
  });

  it('connect a shop by its Rule key', async () => {
    await page.getByLabel('Name of the shop').fill('Browser shop');
    await page.getByLabel('Rule API key').fill('rk_admin_pages');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.waitForURL(/\/accounts\/\d+\/setup/);
    await page.getByRole('heading', { name: 'Set-up guide' }).waitFor();
  });

  it('show every page with its heading and without a fault', async () => {
    const links = await page.locator('nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.ok(links.length >= 9, `pages: ${links}`);
    for (const link of links) {
      await page.goto(servers.adminUrl + link);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => {});
    }
    assert.deepEqual(faults, []);
  });

  it('forget who has signed out, and know the password again', async () => {
    const csrf = (await (await page.request.get(`${servers.adminUrl}/api/v1/session`)).json()).csrf;
    await page.request.delete(`${servers.adminUrl}/api/v1/session`, { headers: { 'X-CSRF-Token': csrf } });
    await page.goto(servers.adminUrl);
    await page.locator('input[type=password]').first().fill(password);
    await page.keyboard.press('Enter');
    await page.locator('nav a').first().waitFor();
  });
});
