// Pictures of the main pages after a real story, as the README shows them: node screenshots.mjs FOLDER
import { chromium } from 'playwright-core';
import { enter, settled } from './door.mjs';
import { livedInShop } from './lived_in.mjs';
import { startOwnServers } from './servers.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('node screenshots.mjs FOLDER');

const servers = await startOwnServers();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const shop = await livedInShop(servers);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const take = async (name, address) => {
    await page.goto(address);
    await settled(page);
    await page.screenshot({ path: `${folder}/${name}.png` });
  };
  await enter(page, servers.adminUrl);
  const own = `${servers.adminUrl}/accounts/${shop.account}`;
  await take('overview', `${own}/overview`);
  await take('customer', `${own}/customers/${shop.customer}`);
  await take('delivery', `${own}/deliveries/${shop.refused}`);
  await take('settings', `${own}/settings#names`);
  await take('pos', `${servers.sandboxUrl}/pos`);
  await take('rule', `${servers.sandboxUrl}/rule`);
} finally {
  await browser.close();
  await servers.stop();
}
