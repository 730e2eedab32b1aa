// What a person may ask for: all that is kept of them, and the proof of what they agreed to.
import assert from 'node:assert/strict';

const nobody = '999999999';
const query = (shop, more) => ({ account: shop.account, ...more });
const of = (shop, contact) => ({ params: { customer: contact }, query: query(shop) });
const strangers = {
  'a customer that there is not': (shop) => ({ ...of(shop, nobody), statuses: [404], fields: ['customer'] }),
  'an account of nobody': (shop) => ({ params: { customer: shop.customer }, query: { account: nobody }, statuses: [404], fields: ['account'] }),
  'a format that there is not': (shop) => ({
    params: { customer: shop.customer },
    query: query(shop, { format: 'pdf' }),
    statuses: [400],
    fields: ['format'],
  }),
};
const evil = '<script>alert("x")</script>';
const personalNumber = '19900101-2384';
const words = (text) => [{ consentid: 'club', name: text, description: `All of ${text}`, value: false }];

async function send(shop, path, method, body) {
  const answer = await fetch(`${shop.servers.kassabroUrl}/sitoo/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${shop.connection.api_token}` },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, await answer.clone().text());
  return answer.json();
}

const offer = (shop, text) => shop.call('changeAccount', { params: { account: shop.account }, body: { settings: { sitoo_v1: { consents: words(text) } } } });
const sale = (orderid, contact) => ({
  orderid,
  orderdate: 1_795_973_757,
  orderstateid: 10,
  ordertypeid: 10,
  currencycode: 'SEK',
  moneyfinal_net: '100.00',
  moneyfinal_vat: '25.00',
  moneytotal_gross_all: '125.00',
  additionaldata: { 'customcrm-contactid': contact },
  email: 'klara@example.com',
  namefirst: evil,
  orderitems: [{ sku: 'S1', productname: 'Skjorta', quantity: 1, moneyitemtotal_net: '100.00', moneyitemtotal_vat: '25.00', vatvalue: '25' }],
  payments: [{ name: 'Kort', moneyamount: '125.00' }],
});

/** Somebody with something of every kind. */
async function registerKlara(shop) {
  await offer(shop, 'the old words');
  await send(shop, 'contacts', 'POST', {
    email: 'klara@example.com',
    mobile: '0707778899',
    namefirst: evil,
    personalid: personalNumber,
    acceptedconsents: ['club'],
    accepts_email: true,
  });
  const [{ contact_id }] = (await shop.ask(`/api/v1/customers?account=${shop.account}&key=klara@example.com`)).items;
  shop.klara = contact_id;
  await offer(shop, 'the new words');
  await send(shop, `contacts/${contact_id}`, 'PUT', { acceptedconsents: [] });
  await send(shop, 'orders', 'POST', sale(880_001, contact_id));
  const events = Buffer.from(`${shop.connection.basic_user}:${shop.connection.basic_password}`).toString('base64');
  await fetch(`${shop.servers.kassabroUrl}/sitoo/events`, {
    method: 'POST',
    headers: { Authorization: `Basic ${events}` },
    body: '{"broken by 900101-2384',
  });
}

const wordsOf = (records) => records.map(({ consents }) => consents.map(({ id, accepts, chosen, wording }) => [id, accepts, chosen, wording?.name ?? null]));

export default [
  {
    of: 'exportCustomer',
    base: (shop) => of(shop, shop.klara),
    good: {
      'its id, with all that there is': async (shop) => {
        await registerKlara(shop);
        return {
          ...of(shop, shop.klara),
          see: (file, { headers }) => {
            assert.equal(headers.get('content-disposition'), `attachment; filename="customer-${shop.klara}.json"`);
            assert.deepEqual([file.account.account_id, file.customer.contact_id], [shop.account, shop.klara]);
            assert.equal(file.besides.personal_id, personalNumber);
            const [order] = file.orders;
            assert.deepEqual([order.id, order.total, order.email, order.first_name], ['880001', '125.00', 'klara@example.com', evil]);
            assert.deepEqual(order.payments, [{ name: 'Kort', amount: '125.00' }]);
            assert.deepEqual([order.lines[0].net, order.lines[0].vat, order.lines[0].vat_percent], ['100.00', '25.00', '25']);
            assert.deepEqual(
              file.received.map(({ source, sender }) => `${source} of ${sender}`).sort(),
              ['inbox of sitoo_v1', 'quarantine of sitoo_events'],
            );
            const [body] = file.received.filter(({ source }) => source === 'inbox');
            assert.equal(body.body.email, 'klara@example.com', 'a body is JSON where it is some');
            const [text] = file.received.filter(({ source }) => source === 'quarantine');
            assert.equal(text.body, '{"broken by 900101-2384', 'and the text that came where it is none');
            assert.ok(text.reason !== '', 'why it could not be read');
            assert.deepEqual(wordsOf(file.consent_proof), [[['club', false, true, 'the new words']], [['club', true, true, 'the old words']]]);
            assert.ok(file.timeline.some(({ what }) => what === 'registered'));
          },
        };
      },
      'without what came in': (shop) => ({
        params: { customer: shop.klara },
        query: query(shop, { without_received: true }),
        see: ({ received, orders }) => assert.deepEqual([received, orders.length], [null, 1]),
      }),
      'as a page for the person': (shop) => ({
        params: { customer: shop.klara },
        query: query(shop, { format: 'html' }),
        see: (_, { text, contentType, headers }) => {
          assert.equal(contentType, 'text/html; charset=utf-8');
          assert.equal(headers.get('content-disposition'), `attachment; filename="customer-${shop.klara}.html"`);
          assert.ok(!text.includes('<script'), 'a name is no markup');
          for (const part of ['<html lang="sv">', '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;', personalNumber, '125.00', 'the old words', '&#123;&quot;broken by'])
            assert.ok(text.includes(part), part);
        },
      }),
      'somebody with receipts and purchases elsewhere': async (shop) => {
        const [{ contact_id }] = (await shop.ask(`/api/v1/customers?account=${shop.account}&key=vera@example.com`)).items;
        return {
          ...of(shop, contact_id),
          see: ({ orders, customer, besides, channel_purchases }) => {
            assert.ok(orders.length >= 1 && orders.every(({ contact }) => contact === contact_id), JSON.stringify(orders));
            assert.ok(customer.bonus_checks.some(({ entries }) => entries.length > 0), 'bonus checks with their ledger');
            assert.deepEqual(besides.bonus_uses.map(({ check_id, state }) => [check_id, state]), [['B-1', 'redeemed']]);
            assert.equal(channel_purchases.length, customer.purchases.filter(({ channel }) => channel !== 'till').length);
          },
        };
      },
    },
    bad: {
      ...strangers,
      'a flag that is none': (shop) => ({
        params: { customer: shop.customer },
        query: query(shop, { without_received: 'perhaps' }),
        statuses: [400],
        fields: ['without_received'],
      }),
    },
  },
  {
    of: 'proveConsents',
    good: {
      'its id, with the words of each day': (shop) => ({
        ...of(shop, shop.klara),
        see: ({ consent_proof, customer, account }) => {
          assert.deepEqual([customer.contact_id, account.account_id], [shop.klara, shop.account]);
          assert.deepEqual(wordsOf(consent_proof), [[['club', false, true, 'the new words']], [['club', true, true, 'the old words']]]);
          const [, first] = consent_proof;
          assert.deepEqual([first.source, first.accepts_email, first.chosen], ['sitoo_v1', true, ['email']]);
          assert.equal(first.consents[0].wording.description, 'All of the old words');
        },
      }),
      'as a page': (shop) => ({
        params: { customer: shop.klara },
        query: query(shop, { format: 'html' }),
        see: (_, { text }) => assert.ok(text.includes('All of the old words') && !text.includes('<script')),
      }),
    },
    bad: strangers,
  },
  {
    of: 'listAudit',
    base: (shop) => ({ query: query(shop) }),
    good: {
      'who looked at what of a person, wherever it stands': async (shop) => {
        const wanted = ['/quarantine', '/receipts/preview', `/customers/${shop.klara}/consent-proof`, `/customers/${shop.klara}/export`];
        for (const path of wanted) await shop.ask(`/api/v1${path}?account=${shop.account}`);
        return {
          query: query(shop, { limit: wanted.length }),
          see: ({ items }) =>
            assert.deepEqual(
              items.map(({ action, subject, actor }) => [action, subject, actor]).reverse(),
              wanted.map((path) => [
                `GET /api/v1${path.replace(shop.klara, '{customer}')}`,
                path.includes(shop.klara) ? shop.klara : '',
                'command_line',
              ]),
            ),
        };
      },
    },
  },
];
