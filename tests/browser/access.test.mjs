// Ways in besides the owner's, on the real server: a user of the customer service and a token are added, the user signs in with the password
// that was made and sees what they may see, and the audit log names them all.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { axeFaults } from './axe.mjs';
import { enter, settled } from './door.mjs';
import { startOwnServers } from './servers.mjs';
import { connectShop } from './shop.mjs';

describe('Ways in besides the owner’s', { concurrency: false }, () => {
  let servers, browser, page, password, token;

  before(async () => {
    servers = await startOwnServers();
    await connectShop(servers, 'vera@example.com');
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
    await enter(page, servers.adminUrl);
  });
  after(async () => {
    await browser?.close();
    await servers?.stop();
  });

  const go = async (place) => {
    await page.goto(servers.adminUrl + place);
    await settled(page);
  };
  const dialog = () => page.getByRole('dialog');
  const secretOf = async (pattern) => {
    const code = dialog().locator('code').filter({ hasText: pattern });
    await code.waitFor();
    assert.deepEqual(await axeFaults(page), []);
    const secret = await code.textContent();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await dialog().waitFor({ state: 'detached' });
    return secret;
  };
  const links = () => page.locator('nav a').allTextContents();
  const signOut = async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Name', { exact: true }).waitFor();
  };

  it('are empty at first, and say what to do', async () => {
    await go('/access');
    await page.getByText('Nobody but the owner').waitFor();
    await page.getByText('No program has a token').waitFor();
    assert.deepEqual(await axeFaults(page), []);
  });

  it('are given to a user, whose password is shown once', async () => {
    await page.getByRole('button', { name: 'Add user' }).click();
    await dialog().getByLabel('Name').fill('Anna Ek');
    await dialog().getByRole('button', { name: 'Add user' }).click();
    await dialog().getByText(/^A name has 1 to 64/).waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await dialog().getByLabel('Name').fill('anna');
    await dialog().getByLabel('Customer service').check();
    await dialog().getByRole('button', { name: 'Add user' }).click();
    password = await secretOf(/^[0-9a-f]{24}$/);
    await page.getByRole('button', { name: 'Remove anna' }).waitFor();
  });

  it('are given to a program, with what is ticked and no more', async () => {
    await page.getByRole('button', { name: 'Add token' }).click();
    await dialog().getByLabel('Name').fill('report');
    await dialog().getByLabel('Background work').check();
    await dialog().getByLabel('Ends after so many days').fill('30');
    await dialog().getByRole('button', { name: 'Add token' }).click();
    token = await secretOf(/^kbt_[0-9a-f]{64}$/);
    await page.getByRole('button', { name: 'Remove report' }).waitFor();
    const ask = (path) => fetch(servers.adminUrl + path, { headers: { Authorization: `Bearer ${token}` } }).then(({ status }) => status);
    assert.equal(await ask('/api/v1/jobs'), 200);
    assert.equal(await ask('/api/v1/users'), 403);
  });

  it('are refused to a wrong name, and open to the right one', async () => {
    await signOut();
    assert.deepEqual(await axeFaults(page), []);
    await page.getByLabel('Name', { exact: true }).fill('bo');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('That name and that password do not belong together.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('anna');
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as anna (Customer service)').waitFor();
  });

  it('show what the role may see, and say which right the rest takes', async () => {
    const names = (await links()).map((text) => text.replace(/\d$/, ''));
    assert.deepEqual(names, ['Overview', 'Customers', 'Deliveries', 'Orders and problems', 'Background work', 'Doctor', 'Webhooks']);
    await go('/settings');
    await page.getByText(/^It takes the right “Shops and settings”/).waitFor();
    assert.deepEqual(await axeFaults(page), []);
    for (const place of ['/overview', '/customers', '/deliveries', '/orders', '/jobs', '/doctor', '/webhooks']) {
      await go(place);
      assert.equal(await page.getByText('This is not allowed to you').count(), 0, place);
      assert.deepEqual(await axeFaults(page), [], place);
    }
    await signOut();
  });

  it('stand in the audit log, which is whole', async () => {
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await page.keyboard.press('Enter');
    await page.locator('nav a').filter({ hasText: 'Audit log' }).waitFor();
    await go('/audit?of=0');
    for (const text of ['Added a user', 'Added an API token', 'Signed out', 'The user anna', 'The owner in these pages', 'Refused (401)']) {
      await page.getByRole('table').getByText(text).first().waitFor();
    }
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText(/^Every entry is as it was written/).waitFor();
    assert.deepEqual(await axeFaults(page), []);
  });

  it('fit on a phone, in the dark, in Swedish', async () => {
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 }, locale: 'sv-SE', colorScheme: 'dark', reducedMotion: 'reduce', storageState: await page.context().storageState(),
    });
    const small = await phone.newPage();
    await small.addInitScript(() => localStorage.setItem('kassabro.language', 'sv'));
    for (const [place, heading] of [['/access', 'Åtkomst'], ['/audit', 'Granskningslogg']]) {
      await small.goto(servers.adminUrl + place);
      await small.getByRole('heading', { level: 1, name: heading }).waitFor();
      await settled(small);
      assert.deepEqual(await axeFaults(small), [], place);
      assert.equal(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, place);
    }
    await phone.close();
  });

  it('are taken back', async () => {
    await go('/access');
    for (const name of ['anna', 'report']) {
      await page.getByRole('button', { name: `Remove ${name}` }).click();
      await dialog().getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: `Remove ${name}` }).waitFor({ state: 'detached' });
    }
    const answer = await fetch(`${servers.adminUrl}/api/v1/jobs`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 401);
  });
});
