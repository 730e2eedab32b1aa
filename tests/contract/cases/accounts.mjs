import assert from 'node:assert/strict';

let keys = 0;
// Every key that begins so has an account of its own in the sandbox's Rule.
const draft = (more) => ({ name: 'Another shop', rule_api_key: `rk_contract_${++keys}`, ...more });
const whole = (shop) => ({
  country: 'NO', time_zone: 'Europe/Oslo', currency: 'NOK', sitoo_base_url: `${shop.servers.sandboxUrl}/sitoo`, sitoo_api_id: '1500-1',
  sitoo_password: 'sandbox', eshop_id: 2, settings: { receipt: { send: 'email' } },
});
const params = (shop) => ({ account: shop.account });
const refusedDraft = (more, field, statuses = [400]) => () => ({ body: draft(more), statuses, fields: [field] });
const refusedChange = (body, field, statuses = [400]) => (shop) => ({ params: params(shop), body, statuses, fields: [field] });

export default [
  {
    of: 'getOverview',
    good: {
      'no account': () => ({ see: (body) => assert.equal(body.accounts.length, 1) }),
      'an account': (shop) => ({
        query: { account: shop.account },
        see: (body) => {
          assert.ok(body.queue.parked >= 1);
          assert.ok(body.first.order && body.deliveries.length > 0 && body.received.length > 0, JSON.stringify(body));
        },
      }),
      'an account, and its days': (shop) => ({
        query: { account: shop.account, days: true },
        see: ({ days }) => assert.ok(days.length === 30 && days.at(-1).received + days.at(-2).received > 0, JSON.stringify(days)),
      }),
    },
    bad: { 'an account of nobody': () => ({ query: { account: '999999999' }, statuses: [404], fields: ['account'] }) },
  },
  {
    of: 'listAccounts',
    good: { 'a question for all': (shop) => ({ see: ({ items }) => assert.equal(items[0].account_id, shop.account) }) },
  },
  {
    of: 'addAccount',
    good: {
      'a name and a key': (shop) => ({ body: draft(), status: 201, see: (body) => (shop.other = body.account_id) }),
      'all that can be said': (shop) => ({ body: draft(whole(shop)), status: 201, see: (body) => assert.equal(body.currency, 'NOK') }),
    },
    bad: {
      'a key that Rule does not know': refusedDraft({ rule_api_key: 'no_key_of_rule' }, 'rule_api_key'),
      'a key that another shop has': refusedDraft({ rule_api_key: 'rk_contract_1' }, 'rule_api_key', [409]),
      'an empty name': refusedDraft({ name: ' ' }, 'name'),
      'a country that is none': refusedDraft({ country: 'XX' }, 'country'),
      'a currency that is none': refusedDraft({ currency: 'crowns' }, 'currency'),
      'a time zone that is none': refusedDraft({ time_zone: 'Sweden/Lund' }, 'time_zone'),
      'an address that is none': refusedDraft({ sitoo_base_url: 'api.mysitoo.com' }, 'sitoo_base_url'),
      'an e-shop that is none': refusedDraft({ eshop_id: 0 }, 'eshop_id'),
      'a setting that there is not': refusedDraft({ settings: { cards: {} } }, 'cards'),
    },
  },
  {
    of: 'getAccount',
    good: { 'its id': (shop) => ({ params: params(shop), see: (body) => assert.match(body.api_token, /^kt_/) }) },
  },
  {
    of: 'changeAccount',
    good: {
      'another name': (shop) => ({ params: params(shop), body: { name: 'The shop' }, see: (body) => assert.equal(body.name, 'The shop') }),
      'a setting, and its end': (shop) => ({ params: params(shop), body: { settings: { programme: { from_hour: 0 }, card: null } } }),
      'nothing to change': (shop) => ({ params: params(shop), body: {} }),
    },
    bad: {
      'a member that there is not': refusedChange({ colour: 'red' }, 'colour'),
      'an empty name': refusedChange({ name: '' }, 'name'),
      'a key that Rule does not know': refusedChange({ rule_api_key: 'no_key_of_rule' }, 'rule_api_key'),
      'a key that another shop has': refusedChange({ rule_api_key: 'rk_contract_1' }, 'rule_api_key', [409]),
      'a setting that there is not': refusedChange({ settings: { cards: {} } }, 'cards'),
    },
  },
  {
    of: 'removeAccount',
    good: {
      'its id': async (shop) => ({ params: { account: (await shop.call('addAccount', { body: draft() })).body.account_id }, status: 204 }),
    },
  },
];
