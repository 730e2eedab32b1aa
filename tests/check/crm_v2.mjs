// CRM SPI v2 of the wrong server.
import { findPeople, isUsed, redeem, register } from './people.mjs';

function customerOf(person, has) {
  const checks = person.checks.filter((check) => has('used-still-shown') || !isUsed(check));
  const customer = {
    customer_id: person.id, member_number: person.id, email: person.email, mobile: person.mobile, name_first: person.first, name_last: person.last,
    accepts_communication: [], consents: [], promotions: [], voucher_passwords: [],
    bonus_checks: checks.map(({ id }) => ({ bonus_check_id: id, name: 'Bonus', description: '', value: '100.00', redeemed: false })),
    sections: [{ title: 'Loyalty', values: [{ title: 'Left', text: '0', ...(has('section-without-type') ? {} : { type: 'text' }) }] }],
  };
  if (has('missing-member')) delete customer.member_number;
  if (has('list-as-null')) customer.bonus_checks = null;
  return customer;
}

function search({ shop, has, query }) {
  const key = query.get('key');
  if (!key) return { status: has('key-not-needed') ? 200 : 400, body: [] };
  if (query.get('key_type') === 'mobile' && has('no-mobile')) return { status: 200, body: [] };
  const found = findPeople(shop, has, key);
  if (found.length === 0 && has('nobody-404')) return { status: 404, body: {} };
  return { status: 200, body: found.map((person) => customerOf(person, has)) };
}

function add({ shop, has, body }) {
  const { known } = register(shop, has, { email: body.email, mobile: body.mobile, first: body.name_first, last: body.name_last });
  return { status: 200, body: customerOf(known, has) };
}

function ofCustomer({ shop, has, method, body }, id, what) {
  const person = shop.people.find((one) => one.id === id);
  if (!person) return { status: has('unknown-is-200') ? 200 : 404, body: {} };
  if (what === 'transactions') return { status: 200, body: person.purchases.map(({ order_id }) => ({ order_id: has('purchase-without-order') ? '' : order_id })) };
  if (what === 'redeem' || what === 'undo-redeem') return { status: redeem(person, has, body.bonus_check_ids, body.receipt_id, what !== 'redeem'), body: {} };
  if (what !== undefined) return { status: 404, body: {} };
  if (method === 'PUT' && body.name_last !== undefined && !has('change-forgotten')) person.last = body.name_last;
  return { status: 200, body: customerOf(person, has) };
}

export function v2(call) {
  const [, first, id, what] = call.path.split('/');
  if (first === 'customers' && id) return ofCustomer(call, id, what);
  if (first === 'customers') return call.method === 'GET' ? search(call) : add(call);
  if (first === 'consents') return { status: 200, body: [] };
  return { status: 404, body: {} };
}
