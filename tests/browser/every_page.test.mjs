// Every page of Kassabro on the real server, after a real story: in both languages, light and dark, on a desk and on a phone; none has a
// fault that axe finds, none says anything to the console, and none is wider than its screen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { axeFaults } from './axe.mjs';
import { enter, placesOf, settled } from './door.mjs';
import { livedInShop } from './lived_in.mjs';
import { startOwnServers } from './servers.mjs';

const forms = [
  { name: 'in Swedish, light, on a desk', locale: 'sv-SE', colorScheme: 'light', viewport: { width: 1360, height: 900 } },
  { name: 'in English, dark, on a desk', locale: 'en-GB', colorScheme: 'dark', viewport: { width: 1360, height: 900 } },
  { name: 'in Swedish, dark, on a phone', locale: 'sv-SE', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
];

describe('Every page', { concurrency: false }, () => {
  let servers, browser, shop;

  before(async () => {
    servers = await startOwnServers();
    shop = await livedInShop(servers);
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    await servers?.stop();
  });

  for (const { name, ...options } of forms) {
    it(`can be used ${name}`, async () => {
      // What moves while it appears has no colour yet that could be measured.
      const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
      const faults = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()} ${message.text()}`));
      page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`));
      await enter(page, servers.adminUrl);
      for (const place of placesOf(shop)) {
        await page.goto(servers.adminUrl + place);
        await settled(page);
        for (const fault of await axeFaults(page)) faults.push(`${place} ${fault}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) faults.push(`${place} is ${wide} px wider than the screen`);
      }
      // A session that has not begun is asked for before anybody signs in.
      assert.deepEqual(faults.filter((fault) => !/status of 401/.test(fault)), []);
      await page.close();
    });
  }
});
