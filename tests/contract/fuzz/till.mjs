// What tills and Sitoo send, and what they would never send.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { missing, placesIn, replaced } from './places.mjs';
import { anyJson, anyText, brokenJson, rawParts } from './values.mjs';

const fixture = (name) => JSON.parse(readFileSync(new URL(`../../../fixtures/sitoo/${name}.json`, import.meta.url), 'utf8'));
export const basic = (user, password) => ({ Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });

/** Of a till of the account, for each SPI. */
export const credentialsOf = ({ api_token, basic_user, basic_password }) => ({
  v1: { Authorization: `Bearer ${api_token}` },
  v2: basic(basic_user, basic_password),
});

const order = fixture('spi_v1/transaction');
const event = {
  event_id: 'e9',
  event_type: 'order',
  event_date: 1_795_973_757,
  account_id: 1500,
  data: { eshop_id: 1, order_id: 11_502, order_event_type: 'add', order_state_changed: 'closed' },
};
const redemption = { bonus_check_ids: ['B-1'], promotion_ids: ['p10'], receipt_id: 'R-1', order_id: 5 };
const partOfCheck = { bonus_checks: [{ bonus_check_id: 'B-2', amount: '10.00' }], receipt_id: 'R-2' };
const models = {
  v1: [fixture('spi_v1/contact_registration'), fixture('spi_v1/contact_item')],
  v2: [fixture('spi_v2/customer_registration'), fixture('spi_v2/customer_published')],
  orders: [order, [order], { ...order, additionaldata: [] }],
  redemptions: [redemption, partOfCheck, { items: [{ id: 'B-1' }], order_id: 11_502 }],
  events: [[event], event, [event, event], { items: [event] }],
  webhooks: [
    {
      subscriber: { id: 1, email: 'anna@example.com', phone_number: '+46701234567' },
      dispatcher_type: 'campaign',
      bounce: { type: 'hard' },
    },
    { subscriber: { id: 1, email: 'vera@example.com' }, tag: { id: 1, name: 'Newsletter' }, message_type: 'email' },
  ],
};

/** Which models a call of the SPI takes. */
export function modelsFor(version, path) {
  if (/redeem|bonus|promotion/.test(path)) return 'redemptions';
  return /transactions|orders/.test(path) ? 'orders' : version;
}

const texts = [
  'anna@example.com',
  '+46701234567',
  '070-123 45 67',
  '100.00',
  '-1.00',
  '0',
  '2026-01-01',
  '2026-01-01T10:00:00Z',
  'SE',
  'B-1',
];
const likely = fc.oneof(
  fc.constantFrom(...texts, true, false, 1, 10, 11_502),
  fc.emailAddress(),
  fc.integer({ min: 460_000_000, max: 469_999_999 }).map((number) => `+46${number}`),
  fc.integer({ min: -1_000_000, max: 2_000_000_000 }),
);

/** As the till sends it, but for up to three places. */
function mutants(kind) {
  const spoil = fc.tuple(fc.nat(), fc.oneof({ weight: 3, arbitrary: likely }, { weight: 3, arbitrary: anyJson }, fc.constant(missing)));
  return fc
    .tuple(fc.constantFrom(...models[kind]), fc.array(spoil, { maxLength: 3 }), fc.nat({ max: 99_999 }))
    .map(([model, faults, number]) =>
      faults.reduce(
        (body, [at, value]) => {
          const places = placesIn(body).slice(1);
          return places.length === 0 ? body : replaced(body, places[at % places.length], value);
        },
        model.orderid ? { ...model, orderid: 20_000 + number } : model,
      ),
    );
}

/** Texts or bytes. */
export function payloads(kind) {
  const good = mutants(kind).map((body) => JSON.stringify(body));
  const strange = fc.oneof(anyJson, ...Object.keys(models).map(mutants)).map((body) => JSON.stringify(body));
  return fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: strange }, { weight: 2, arbitrary: brokenJson(good) });
}

const keys = ['anna@example.com', 'vera@example.com', '+46701234567', '0701234567', '100001', 'nobody@example.com'];
const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...keys) }, anyText, fc.constantFrom(...rawParts));
const option = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('mobile', 'email', 'member_number', 'true', '1') },
  anyText,
  fc.constantFrom(...rawParts),
);
const headerText = fc.string({ unit: fc.constantFrom(...'aZ09 %-_åÿ'), maxLength: 30 }).map((text) => text.trim());

/** The parts of a call that are no body: what stands in the address, and what the till says of itself. */
export const calls = (ids) =>
  fc.record({
    id: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, anyText, fc.constantFrom(...rawParts)),
    check: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('B-1', 'B-2') }, anyText, fc.constantFrom(...rawParts)),
    query: fc
      .tuple(
        fc.array(fc.tuple(fc.constant('key'), key), { maxLength: 2 }),
        fc.array(fc.tuple(fc.constantFrom('key_type', 'include_extended', 'limit', 'x'), option), { maxLength: 2 }),
      )
      .map(([one, other]) => [...one, ...other]),
    headers: fc.dictionary(fc.constantFrom('Store-ID', 'Staff-ID', 'Register-ID', 'Content-Type', 'Accept-Language'), headerText, {
      maxKeys: 3,
    }),
  });
