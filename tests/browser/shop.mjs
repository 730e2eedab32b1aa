// A shop whose tills speak both SPIs, with a customer whom only its web shop has ever seen.
import { command } from './servers.mjs';

async function send(url, method, body, headers = {}) {
  const answer = await fetch(url, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return answer.json().catch(() => null);
}

const bonusCheck = (id, name, value) => ({ id, name, value, remaining: value, currency: 'SEK', validto: '2099-12-31', redeemed: false, redeemeddate: null });

export async function connectShop(servers, customer) {
  const { sandboxUrl, kassabroUrl } = servers;
  const { key } = await send(`${sandboxUrl}/rule/pages-api/accounts/1/keys`, 'POST', { name: 'Shop' });
  await send(`${sandboxUrl}/control/rule/accounts/${key}/groups`, 'PUT', { name: 'Order', historical: true });
  const field = (name, value, type = 'text') => ({ key: name, value, type });
  await send(
    `${sandboxUrl}/rule/api/v2/subscribers`,
    'POST',
    {
      update_on_duplicate: true,
      tags: ['Newsletter'],
      subscribers: {
        email: customer,
        fields: [
          field('Subscriber.FirstName', 'Vera'),
          field('Subscriber.LastName', 'Webb'),
          field('Order.Number', 'W-1042'),
          field('Order.Date', '2026-10-17 20:14:05', 'datetime'),
          field('Order.Total', '1499.00'),
          field('Order.Currency', 'SEK'),
          field('Order.Products', JSON.stringify([{ name: 'Rain jacket', sku: 'JK-4001', qty: 1, total: '1499.00' }]), 'json'),
          field('Sitoo-Contact.bonuschecks', JSON.stringify([bonusCheck('B-1', 'Spring check', '100.00'), bonusCheck('B-2', 'Birthday check', '50.00')]), 'json'),
        ],
      },
    },
    { Authorization: `Bearer ${key}` },
  );
  const sitoo = ['--sitoo-base-url', `${sandboxUrl}/sitoo`, '--sitoo-api-id', '1500-1', '--sitoo-password', 'sandbox'];
  const account = command(servers, ['account', 'add', '--name', 'Shop', '--rule-api-key', key, ...sitoo]);
  const access = (path) => ({ url: `${kassabroUrl}${path}`, user: account.basic_user, password: account.basic_password });
  await send(`${sandboxUrl}/control/settings`, 'PUT', {
    custom_crm: { api_url: `${kassabroUrl}/sitoo/v1`, api_token: key },
    crm_v2: access('/sitoo/v2'),
    events: access('/sitoo/events'),
  });
}
