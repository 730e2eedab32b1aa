// What a shop lives through with people whom one would recognise: tills register, sell and redeem, Rule and Sitoo refuse with their
// data in the words, strangers guess, a file is imported, somebody is erased.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { letOthersIn, secretsOfOthers } from './integrators.mjs';
import { people } from './needles.mjs';
import { adminToken, call, sent, until } from './wire.mjs';

const items = [{ sku: 'S1', name: 'Shirt', quantity: 1, price: '349.00', vat: 25 }];
export const password = 'lagom-svårt-lösen-9917';
export const guesses = { token: 'kt_gissad-nyckel-8842', password: 'gissat-lösen-8853', user: 'gissad-användare-8864' };

/** All that happened, with the integrator's `receiver`, which runs; one that fails leaves none behind. */
export async function tellStory(servers) {
  const story = { servers, key: 'rk_hemlig_nyckel_7719', admin: { Authorization: `Bearer ${await adminToken(servers.data)}` } };
  try {
    await tell(story);
  } catch (error) {
    await story.receiver?.stop();
    throw error;
  }
  return story;
}

async function tell(story) {
  await connect(story);
  await letOthersIn(story, (place, method, body) => admin(story, place, method, body));
  await register(story);
  await importChecks(story);
  await sell(story);
  await showReceipt(story);
  await spoilField(story);
  await beRefused(story);
  await sendWhatNobodyReads(story);
  await guess(story);
  await mistype(story);
  await signIn(story);
  await erase(story);
  await idle(story);
}

const control = ({ servers }, path, body, method = 'POST') => sent(`${servers.sandboxUrl}/control/${path}`, method, body);
const admin = (story, path, method = 'GET', body = undefined) =>
  sent(`${story.servers.adminUrl}/api/v1/${path}`, method, body, story.admin);
const findCustomer = async (story, key) =>
  (await admin(story, 'customers/find', 'POST', { account: story.account.account_id, key })).items[0].contact_id;
const v1 = (story, path, method = 'GET', body = undefined) =>
  sent(`${story.servers.kassabroUrl}/sitoo/v1/${path}`, method, body, { Authorization: `Bearer ${story.account.api_token}` });
const basicOf = ({ basic_user, basic_password }) => `Basic ${Buffer.from(`${basic_user}:${basic_password}`).toString('base64')}`;
const v2 = (story, path, method = 'GET', body = undefined) =>
  sent(`${story.servers.kassabroUrl}/sitoo/v2/${path}`, method, body, { Authorization: basicOf(story.account) });
const idle = (story) =>
  until('all is delivered', async () => {
    const { queue } = await admin(story, 'overview');
    return queue.pending + queue.leased === 0;
  });

async function connect(story) {
  const { kassabroUrl, sandboxUrl } = story.servers;
  const sitoo = { sitoo_base_url: `${sandboxUrl}/sitoo`, sitoo_api_id: '1500-1', sitoo_password: 'sandbox' };
  const settings = { receipt: { send: 'email' }, sitoo_v1: { always_extended: true } };
  story.account = await admin(story, 'accounts', 'POST', { name: 'Shop', rule_api_key: story.key, ...sitoo, settings });
  story.other = await admin(story, 'accounts', 'POST', { name: 'Other', rule_api_key: 'rk_hemlig_annan_7720' });
  const access = (path) => ({ url: `${kassabroUrl}${path}`, user: story.account.basic_user, password: story.account.basic_password });
  const custom_crm = { api_url: `${kassabroUrl}/sitoo/v1`, api_token: story.account.api_token };
  await control(story, 'settings', { custom_crm, crm_v2: access('/sitoo/v2'), events: access('/sitoo/events') }, 'PUT');
}

async function register(story) {
  const { registered, erased } = people;
  const one = { email: registered.email, mobile: registered.mobile, namefirst: registered.first, namelast: registered.last };
  const home = { invoice_address: registered.street, invoice_city: registered.city, personalid: registered.personal_id };
  await v1(story, 'contacts', 'POST', { ...one, ...home, accepts_email: true, accepts_sms: false, acceptedconsents: ['2'] });
  const address = { address: erased.street, city: erased.city, zip: '21142', country_id: 'SE' };
  const two = {
    email: erased.email,
    mobile: erased.mobile,
    name_first: erased.first,
    name_last: erased.last,
    personal_id: erased.personal_id,
  };
  await v2(story, 'customers', 'POST', { ...two, invoice_address: address, accepts_communication: ['email'], consents: ['1'] });
  await v1(story, `contacts?key=${encodeURIComponent(people.searched.email)}`);
  await v2(story, `customers?key=${encodeURIComponent(people.searched.mobile)}&key_type=mobile`);
  await idle(story);
}

async function importChecks(story) {
  const { registered, erased, imported } = people;
  const rows = [
    [registered.email, ''],
    ['', erased.mobile],
    [imported.email, ''],
    ['', imported.mobile],
  ];
  const lines = rows.map(([email, mobile], at) => `${email};${mobile};F-${at};Check;50,00;2099-12-31\n`);
  const file = Buffer.from(`E-post;Mobil;Bonuscheck-id;Namn;Värde;Giltig t.o.m.\n${lines.join('')}`);
  const { account_id: account } = story.account;
  const staged = await admin(story, `imports/upload?account=${account}&file_name=checks.csv`, 'POST', file);
  const applied = await admin(story, `imports/${staged.id}/apply`, 'POST', { account, bad_rows: 'skip' });
  const added = applied.counts.find(({ outcome }) => outcome === 'added');
  if (added?.rows !== 2) throw new Error(`not both checks were imported: ${JSON.stringify(applied)}`);
}

async function sell(story) {
  await control(story, 'pos/sell', { spi: 'v1', key: people.registered.email, items, bonus_checks: ['F-0'] });
  await control(story, 'pos/sell', { spi: 'v2', key: people.erased.mobile, items, bonus_checks: ['F-1'] });
  for (const kind of ['order_completed', 'digital_receipt'])
    await until(`both of ${kind}`, async () => (await admin(story, `deliveries?state=delivered&kind=${kind}`)).items.length === 2);
}

async function showReceipt(story) {
  const { items: letters } = await control(story, `rule/accounts/${story.key}/mailbox`, undefined, 'GET');
  story.receipt = letters.map(({ plain }) => /\/r\/([^\s"]+)/.exec(plain ?? '')?.[1]).find(Boolean);
  if (!story.receipt) throw new Error('no receipt has come');
  await sent(`${story.servers.kassabroUrl}/r/${story.receipt}`, 'GET');
  await sent(`${story.servers.kassabroUrl}/r/${story.receipt.slice(0, -1)}`, 'GET', undefined, {}, 404);
}

/** Before Rule refuses anything: of a Rule that refuses much, little is asked. */
async function spoilField(story) {
  const { email, first } = people.registered;
  const bonus = JSON.stringify([{ id: 'F-9', value: `ask ${email}`, name: first }]);
  // Again and again: a delivery that is still under way writes it anew.
  await until('the doctor sees the field', async () => {
    await control(story, `rule/accounts/${story.key}/fields`, { email, fields: { 'Sitoo-Contact.bonuschecks': bonus } }, 'PUT');
    await v1(story, `contacts?key=${encodeURIComponent(email)}`);
    return (await admin(story, 'doctor')).items.some(({ ailment }) => ailment === 'bonus_field');
  });
}

/** Rule and Sitoo say whose call they do not take. */
async function beRefused(story) {
  const { email, mobile } = people.registered;
  const spaced = mobile.replace('+46', '0').replace(/(\d{3})(\d{3})(\d\d)(\d\d)/, '$1-$2 $3 $4');
  const words = `The address ${email} (phone ${mobile}, ${spaced}) of "${people.registered.first} ${people.registered.last}" is not valid`;
  const path = `subscribers/${encodeURIComponent(email)}`;
  const bodies = [
    { error: words, message: words },
    { error: 'NotFound', message: `No query results for ${email}.`, errors: { email: [words] } },
    { error: 'Refused', message: `https://app.rule.io/api/v2/${path}?identified_by=email cannot be served` },
    `<html><body>${words} /api/v2/${path}</body></html>`,
  ];
  for (const [at, body] of bodies.entries()) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    await control(story, 'faults', { system: 'rule', path: '/', status: 400, body: text, count: 100 });
    await control(story, 'pos/sell', { spi: 'v1', key: email, items });
    await until('a delivery is parked', async () => (await admin(story, 'deliveries?state=parked')).items.length > at);
    await control(story, 'faults', undefined, 'DELETE');
  }
  const { order_id } = await sitooRefuses(
    story,
    { status: 400, body: JSON.stringify({ statuscode: 400, errortext: words }) },
    ({ reason }) => reason !== '',
  );
  const order = { orderid: order_id + 1, eshopid: 1, orderstateid: 10, email, phone: mobile, orderitems: words };
  await sitooRefuses(story, { status: 200, body: JSON.stringify({ totalcount: 1, items: [order] }) }, ({ state }) => state === 'parked');
}

/** The next order that is fetched is answered so, until a fetch has become what it must. */
async function sitooRefuses(story, answer, isSo) {
  await control(story, 'faults', { system: 'sitoo', path: '/', count: 100, ...answer });
  const sold = await control(story, 'pos/sell', { spi: 'v2', key: people.registered.email, items });
  await until('a fetch has failed', async () => (await admin(story, 'order-fetches')).items.some(isSo));
  await control(story, 'faults', undefined, 'DELETE');
  return sold;
}

async function sendWhatNobodyReads(story) {
  const { email, first, mobile } = people.registered;
  const { kassabroUrl } = story.servers;
  const events = (body) => call(`${kassabroUrl}/sitoo/events`, 'POST', body, { Authorization: basicOf(story.account) });
  await events(`{"broken by ${email}`);
  await events(JSON.stringify([{ event_id: 'e1', event_type: 'order', data: { order_id: email, name: first } }]));
  await call(`${kassabroUrl}/sitoo/v1/persons/${first}/${encodeURIComponent(email)}?phone=${mobile}`, 'GET', undefined, story.admin);
  await call(`${kassabroUrl}/${encodeURIComponent(email)}`, 'GET');
  const [unsubscribe] = Object.values(story.account.webhook_urls);
  await call(unsubscribe, 'POST', JSON.stringify({ subscriber: { email }, suppressed_source_type: `said ${first}` }));
  await call(unsubscribe, 'POST', `{"subscriber":"${email}`);
  await idle(story);
}

/** What others are told who ask about the people. */
async function guess(story) {
  const { kassabroUrl, adminUrl } = story.servers;
  const key = encodeURIComponent(people.registered.email);
  const id = await findCustomer(story, people.registered.email);
  const basic = (user, word) => ({ Authorization: `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}` });
  const callers = [
    { Authorization: `Bearer ${guesses.token}` },
    basic(guesses.user, guesses.password),
    basic(story.account.basic_user, guesses.password),
    {},
    { Authorization: `Bearer ${story.other.api_token}` },
    { Authorization: basicOf(story.other) },
  ];
  const places = [
    `/sitoo/v1/contacts?key=${key}`,
    `/sitoo/v1/contacts/${id}`,
    `/sitoo/v1/contacts/${id}/transactions`,
    `/sitoo/v2/customers?key=${key}`,
    `/sitoo/v2/customers/${id}`,
    `/sitoo/v2/customers/${id}/history`,
    '/sitoo/events',
  ];
  const pages = [
    `/api/v1/customers?account=${story.account.account_id}&key=${key}`,
    `/api/v1/customers/${id}?account=${story.account.account_id}`,
    '/api/v1/accounts',
    '/api/v1/deliveries',
    '/api/v1/quarantine',
  ];
  const asked = [...places.map((place) => kassabroUrl + place), ...pages.map((page) => adminUrl + page)];
  story.toldToOthers = [...story.others.answers];
  for (const url of asked)
    for (const headers of callers) {
      const { status, text } = await call(url, 'GET', undefined, headers);
      story.toldToOthers.push(`${new URL(url).pathname.split('/').slice(0, 4).join('/')} ${status} ${text}`);
    }
  // The other shop's till registers the same people, and each meets what the first shop knows.
  const other = { Authorization: `Bearer ${story.other.api_token}` };
  for (const body of [
    { mobile: people.registered.mobile, namefirst: 'Else' },
    { email: 'not an address', mobile: people.registered.mobile },
  ])
    story.toldToOthers.push(
      (await call(`${kassabroUrl}/sitoo/v1/contacts`, 'POST', JSON.stringify(body), other)).text.replaceAll(people.registered.mobile, ''),
    );
}

/** By somebody who may: what stands in an address where an id is to be. */
async function mistype(story) {
  const key = encodeURIComponent(people.registered.email);
  for (const [method, path] of [
    ['GET', `customers/${key}?account=${story.account.account_id}`],
    ['POST', `customers/${key}/erase`],
    ['PATCH', `accounts/${key}`],
    ['GET', `customers?account=${key}&key=${key}`],
  ])
    await call(`${story.servers.adminUrl}/api/v1/${path}`, method, method === 'GET' ? undefined : '{}', story.admin);
}

async function signIn(story) {
  const { adminUrl } = story.servers;
  const answer = await call(`${adminUrl}/api/v1/session/password`, 'POST', JSON.stringify({ password }));
  story.session = { cookie: answer.headers.get('set-cookie').split(';')[0].split('=')[1], csrf: JSON.parse(answer.text).csrf };
  await call(`${adminUrl}/api/v1/session`, 'POST', JSON.stringify({ password: guesses.password }));
}

async function erase(story) {
  const { account_id: account } = story.account;
  const customer = await findCustomer(story, people.erased.email);
  await admin(story, `customers/${customer}/erase`, 'POST', { account, confirm: customer });
  await until('nothing is left', async () =>
    (await admin(story, `erasures?account=${account}`)).items.every(({ state }) => state === 'done'),
  );
}

/** What opens doors, by name. */
export async function secretsOf(story) {
  const { servers, account, other, key, receipt, session } = story;
  const webhook = new URL(Object.values(account.webhook_urls)[0]).pathname.split('/').at(-2);
  return {
    'Rule API key': [key],
    'API token': [account.api_token, other.api_token],
    'basic password': [account.basic_password, `${account.basic_user}:${account.basic_password}`, other.basic_password],
    'admin token': [await adminToken(servers.data)],
    'key of the store': [(await readFile(path.join(servers.data, 'secret.key'), 'utf8')).trim()],
    'session cookie': [session.cookie],
    'CSRF token': [session.csrf],
    'webhook secret': [webhook],
    'receipt token': [receipt],
    'the password of the pages': [password],
    ...secretsOfOthers(story),
    'a token that was guessed': [guesses.token],
    'a password that was guessed': [guesses.password, `${guesses.user}:${guesses.password}`],
  };
}
