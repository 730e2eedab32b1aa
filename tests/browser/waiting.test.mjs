// The last step of the guide on a real server, with things that go wrong: it says what is in the way, and turns green when it is out of it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { enter } from './door.mjs';
import { command, startOwnServers } from './servers.mjs';
import { connectShop } from './shop.mjs';

const items = [{ sku: 'SH-349', name: 'Linen shirt', quantity: 1, price: '349.00', vat: 25 }];

describe('Waiting for the first sale', { concurrency: false }, () => {
  let servers, browser, page, account;

  before(async () => {
    servers = await startOwnServers();
    await connectShop(servers, 'vera@example.com');
    account = command(servers, ['account', 'list']).items[0].account_id;
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'en-GB' });
    await enter(page, servers.adminUrl);
  });
  after(async () => {
    await browser?.close();
    await servers?.stop();
  });

  const control = async (what, body, method = 'POST') => {
    const answer = await fetch(`${servers.sandboxUrl}/control/${what}`, { method, body: body && JSON.stringify(body) });
    assert.ok(answer.ok, `${what}: ${answer.status}`);
  };
  const fault = (body) => control('faults', { count: 1000, ...body });
  const sell = (key) => control('pos/sell', { spi: 'v2', key, items });
  const again = (state) => {
    const ids = command(servers, ['outbox', 'list', '--state', state]).items.map(({ delivery_id }) => delivery_id);
    if (ids.length > 0) command(servers, ['outbox', 'replay', ...ids]);
  };
  const inTheWay = (text) => page.getByRole('alert').filter({ hasText: text }).waitFor({ timeout: 20_000 });

  it('says that Sitoo refuses the login', async () => {
    await page.goto(`${servers.adminUrl}/accounts/${account}/setup`);
    await page.getByRole('button', { name: /Try it/ }).click();
    await page.getByText('Waiting').first().waitFor();
    await fault({ system: 'sitoo', path: '/v2', status: 401, body: '{}' });
    await sell('vera@example.com');
    await inTheWay(/could not be fetched from Sitoo/);
    await control('faults', undefined, 'DELETE');
    command(servers, ['events', 'replay', '--all']);
  });

  it('says that Rule does not take the key', async () => {
    await fault({ system: 'rule', path: '/v2', status: 401, body: '{"error":"Unauthorized"}' });
    await sell('vera@example.com');
    await inTheWay(/does not accept the API key/);
    await control('faults', undefined, 'DELETE');
    again('pending');
  });

  it('says that Rule refuses what it is told', async () => {
    await fault({ system: 'rule', path: '/v2/subscribers', method: 'POST', status: 400, body: '{"error":"No"}' });
    await sell('vera@example.com');
    await inTheWay(/were refused by Rule/);
    await control('faults', undefined, 'DELETE');
  });

  it('is green, and has nothing in the way, once all of it is mended', async () => {
    again('parked');
    await sell('vera@example.com');
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByRole('note').filter({ hasText: 'It works.' }).waitFor();
  });
});
