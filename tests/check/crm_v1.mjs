// CRM SPI v1 of the wrong server.
import { findPeople, isUsed, redeem, register } from './people.mjs';

const texts = ['membernumber', 'personalid', 'company', 'companyid', 'phone', 'invoice_address', 'invoice_address2', 'invoice_zip', 'invoice_city', 'invoice_state', 'invoice_countryid', 'gender'];

function contactOf(person, has, extended) {
  const contact = Object.fromEntries(texts.map((name) => [name, '']));
  Object.assign(contact, { contactid: person.id, email: person.email, mobile: person.mobile, namefirst: person.first, namelast: person.last });
  Object.assign(contact, { accepts_email: false, accepts_sms: false, accepts_mail: has('flag-as-text') ? 'false' : false });
  if (has('missing-member')) delete contact.membernumber;
  const checks = person.checks.filter((check) => has('used-still-shown') || !isUsed(check));
  if (extended) contact.promotions = [];
  if (extended) contact.bonuschecks = checks.map(({ id }) => ({ bonuscheckid: id, name: 'Bonus', description: '', value: '100.00', redeemed: false }));
  return contact;
}

function search({ shop, has, query }) {
  const key = query.get('key');
  if (!key) return { status: has('key-not-needed') ? 200 : 400, body: [] };
  const found = findPeople(shop, has, key);
  if (found.length === 0 && has('nobody-404')) return { status: 404, body: {} };
  return { status: 200, body: found.map((person) => contactOf(person, has, query.get('include_extended') === 'true')) };
}

function add({ shop, has, body }) {
  const { known } = register(shop, has, { email: body.email, mobile: body.mobile, first: body.namefirst, last: body.namelast });
  return has('id-as-number') ? { status: 200, body: Number(known.id) } : { status: has('created-201') ? 201 : 200, body: known.id };
}

function change(person, has, body) {
  if (!has('change-forgotten') && body.namelast !== undefined) person.last = body.namelast;
  if (has('change-empties')) person.first = body.namefirst ?? '';
  return { status: 200, body: true };
}

const consents = ({ has }) => ({
  status: 200,
  body: [{ consentid: has('consent-number') ? 1 : '1', name: 'Terms', description: '', value: has('consent-text') ? 'true' : true }],
});

function copyOfSale({ shop, has, body }) {
  const buyer = shop.people.find(({ email }) => email === body.email);
  if (!buyer) return { status: 400, body: {} };
  const isKnown = buyer.purchases.some(({ order_id }) => order_id === body.orderid);
  if (!isKnown || has('sale-twice')) buyer.purchases.push({ order_id: body.orderid });
  return { status: isKnown && has('copy-refused') ? 409 : 200, body: true };
}

function ofContact(call, id, what) {
  const { shop, has, method, body } = call;
  const person = shop.people.find((one) => one.id === id);
  if (!person) return { status: 404, body: {} };
  if (what === undefined && method === 'PUT') return change(person, has, body);
  if (what === 'transactions' && method === 'GET') return { status: 200, body: person.purchases };
  if (what === 'redeem' || what === 'undo-redeem') return { status: redeem(person, has, body.bonuscheckids, body.receiptid, what !== 'redeem'), body: {} };
  return { status: 404, body: {} };
}

export function v1(call) {
  const { method, path, has } = call;
  const [, first, id, what] = path.split('/');
  if (first === 'contacts' && id) return ofContact(call, id, what);
  if (path === '/contacts') return method === 'GET' ? search(call) : add(call);
  if (path === '/consents') return consents(call);
  if (path === '/lookup_contacts') return { status: 200, body: has('lookup-with-id') ? [{ contactid: '1' }] : [] };
  if (path === '/transactions' && method === 'POST') return copyOfSale(call);
  return { status: has('every-path-200') ? 200 : 404, body: {} };
}
