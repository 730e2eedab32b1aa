// Compares what the tills were told is done, what Kassabro has, and what stands in Rule. Answers the faults in words, none when all is well:
//
// - what was accepted (registrations, consents, orders, redemptions) is delivered, pending or parked, exactly once
// - a customer's orders stand in Rule in the order in which they were sold, and each was thanked for once
// - no bonus check is spent beyond its value
// - nothing stands in Rule that no till has sent
import { readRule } from './rule_view.mjs';
import { accountOf, key } from './shop.mjs';

const accepts_email = 1; // in the column `accepts`

const countBy = (items, of) => items.reduce((counts, item) => counts.set(of(item), (counts.get(of(item)) ?? 0) + 1), new Map());

// Map.groupBy, which Node 20 lacks.
function groupBy(items, of) {
  const groups = new Map();
  for (const item of items) (groups.get(of(item)) ?? groups.set(of(item), []).get(of(item))).push(item);
  return groups;
}

async function readDeliveries(system, account) {
  const all = [];
  for (let before = ''; ; ) {
    const page = await system.admin('GET', `/deliveries?account=${account}&limit=10000${before && `&before=${before}`}`);
    all.push(...page.items);
    if (!page.next) return all;
    before = page.next;
  }
}

// Of one customer's orders. `told`: in Rule; `deliveries`: rows of the outbox by order id.
function checkOrders(customer, inRule, deliveries, faults) {
  const counts = countBy(inRule?.orders ?? [], (id) => id);
  const sent = new Set(customer.orders.map(({ id }) => id));
  for (const { id, accepted } of customer.orders) {
    const rows = deliveries.get(String(id)) ?? [];
    const told = counts.get(id) ?? 0;
    if (told > 1) faults.push(`order ${id} stands ${told} times in Rule`);
    if (rows.length > 1) faults.push(`order ${id} has ${rows.length} deliveries`);
    if (accepted && rows.length === 0) faults.push(`order ${id} was accepted and is lost`);
    if (rows[0]?.state === 'delivered' && told === 0) faults.push(`order ${id} is delivered and not in Rule`);
    if (told > 0 && rows.length === 0) faults.push(`order ${id} is in Rule and has no delivery`);
  }
  for (const id of counts.keys()) if (!sent.has(id)) faults.push(`order ${id} stands in Rule with ${customer.email} and was not sent for them`);
  const accepted = new Set(customer.orders.filter((order) => order.accepted).map(({ id }) => id));
  const order = (inRule?.orders ?? []).filter((id) => accepted.has(id));
  if (order.some((id, i) => i > 0 && id < order[i - 1])) faults.push(`${customer.email}: orders out of order: ${order.join(' ')}`);
  if (inRule && inRule.thanked !== counts.size) faults.push(`${customer.email}: ${counts.size} orders, thanked ${inRule.thanked} times`);
}

function checkConsents(customer, inRule, records, faults) {
  if (!customer.registered) return;
  const accepted = customer.consents.filter((change) => change.accepted).length;
  const open = customer.consents.length - accepted; // at most the last one, when the shop closed
  const versions = records.length - 1; // the first is the registration's
  if (versions < accepted || versions > accepted + open) faults.push(`${customer.email}: ${accepted} consents accepted, ${versions} on record`);
  const values = records.map(({ value }) => value);
  if (values.some((value, i) => i > 0 && value === values[i - 1])) faults.push(`${customer.email}: a consent stands twice: ${values.join(' ')}`);
  if (!inRule) return;
  const last = values.at(-1);
  if (inRule.fields.accepts_email !== String(last)) faults.push(`${customer.email}: consent ${last} here, ${inRule.fields.accepts_email} in Rule`);
}

function checkCustomers(journal, rule, deliveries, consents, faults) {
  const byOrder = groupBy(deliveries.filter(({ kind }) => kind === 'order_completed'), ({ order_id }) => order_id);
  const waiting = new Set(deliveries.filter(({ state }) => state !== 'delivered').map(({ contact_id }) => contact_id));
  const registered = countBy(deliveries.filter(({ kind }) => kind === 'contact_registered'), ({ contact_id }) => contact_id);
  const subscribers = groupBy(rule.subscribers, ({ email }) => email);
  for (const customer of journal.customers.values()) {
    const found = subscribers.get(customer.email) ?? [];
    if (found.length > 1) faults.push(`${customer.email} stands ${found.length} times in Rule`);
    if (customer.contact && registered.get(customer.contact) !== 1) faults.push(`${customer.email}: ${registered.get(customer.contact) ?? 0} registrations`);
    if (customer.registered && found.length === 0 && !waiting.has(customer.contact)) faults.push(`${customer.email} was registered and is not in Rule`);
    checkOrders(customer, found[0], byOrder, faults);
    // What waits is not in Rule yet: then only what is kept here is compared.
    checkConsents(customer, waiting.has(customer.contact) ? undefined : found[0], consents.get(customer.contact) ?? [], faults);
  }
}

function minor(text) {
  const [whole, part = '0'] = text.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function checkBonus(journal, checks, rule, ledger, faults) {
  const kept = groupBy(ledger.redemptions, ([id]) => id);
  const entries = countBy(ledger.entries, (row) => row.join(' '));
  const left = new Map(ledger.left.map(([id, amount]) => [id, Number(amount)]));
  const asked = new Map(journal.redemptions.map((use) => [`${use.check} ${use.receipt}`, use]));
  const fields = new Map(rule.subscribers.map(({ email, fields }) => [email, fields.bonuschecks]));
  for (const { id, email, value } of checks) {
    const uses = kept.get(id) ?? [];
    const spent = uses.reduce((sum, [, , amount]) => sum + Number(amount), 0);
    if (spent > minor(value)) faults.push(`bonus check ${id} of ${value} was spent with ${spent / 100}`);
    if (left.get(id) !== minor(value) - spent) faults.push(`bonus check ${id}: ${left.get(id) / 100} left, ${spent / 100} of ${value} spent`);
    for (const [, receipt, amount] of uses) {
      const use = asked.get(`${id} ${receipt}`);
      if (!use) faults.push(`bonus check ${id} was used under ${receipt}, which no till has sent`);
      else if (use.amount && minor(use.amount) !== Number(amount)) faults.push(`${receipt} took ${amount / 100} of ${id}, not ${use.amount}`);
      else if (use.status === 400 || use.status === 409) faults.push(`${receipt} was refused and took ${amount / 100} of ${id}`);
    }
    const shown = [fields.get(email) ?? []].flat().find((check) => check.id === id);
    if (shown && minor(shown.remaining) !== left.get(id)) faults.push(`bonus check ${id}: ${left.get(id) / 100} left here, ${shown.remaining} in Rule`);
  }
  for (const { check, receipt, status } of journal.redemptions.filter((use) => use.status === 200)) {
    const count = entries.get(`${check} ${receipt}`) ?? 0;
    if (count !== 1) faults.push(`redemption ${receipt} was answered ${status} and stands ${count} times in the ledger`);
  }
}

function checkStrangers(journal, checks, rule, faults) {
  const known = new Set([...journal.customers.keys(), ...checks.map(({ email }) => email)]);
  for (const { email } of rule.subscribers) if (!known.has(email)) faults.push(`${email} stands in Rule and was sent by no till`);
}

/** What Kassabro has: the deliveries by its admin API, consents and ledger as they stand in the store. */
async function readKassabro(system, token) {
  const account = await accountOf(system, token);
  const rows = (columns, table, more = '') => system.store.rows(`SELECT ${columns} FROM ${table} WHERE account_id = ${account} ${more}`);
  return {
    deliveries: await readDeliveries(system, account),
    consents: rows('contact_id, accepts', 'consent_records', 'ORDER BY contact_id, version'),
    redemptions: rows('check_id, receipt, amount_minor', 'bonus_redemptions', `AND state = 'redeemed'`),
    entries: rows('check_id, receipt', 'bonus_entries', `AND kind = 'redeemed'`),
    left: rows('check_id, remaining_minor', 'bonus_checks'),
  };
}

/** The faults. `checks`: what each bonus check was worth, [{id, email, value}]. */
export function compare(journal, checks, rule, kassabro) {
  const faults = [];
  const records = kassabro.consents.map(([contact, accepts]) => ({ contact, value: (Number(accepts) & accepts_email) !== 0 }));
  checkCustomers(journal, rule, kassabro.deliveries, groupBy(records, ({ contact }) => contact), faults);
  checkBonus(journal, checks, rule, kassabro, faults);
  checkStrangers(journal, checks, rule, faults);
  return faults;
}

function figuresOf(journal, deliveries) {
  const customers = [...journal.customers.values()];
  const accepted = (list) => list.filter((one) => one.accepted).length;
  const states = countBy(deliveries, ({ state }) => state);
  const answered = countBy(journal.redemptions, ({ status }) => status);
  return {
    registrations: customers.filter(({ registered }) => registered).length,
    orders: accepted(customers.flatMap(({ orders }) => orders)),
    consents: accepted(customers.flatMap((customer) => customer.consents)),
    redemptions: answered.get(200) ?? 0,
    refused_redemptions: (answered.get(400) ?? 0) + (answered.get(409) ?? 0),
    delivered: states.get('delivered') ?? 0,
    pending: (states.get('pending') ?? 0) + (states.get('leased') ?? 0),
    parked: states.get('parked') ?? 0,
  };
}

export async function checkAll(system, journal, checks = [], token = key) {
  const rule = await readRule(system, token);
  const kassabro = await readKassabro(system, token);
  return { faults: compare(journal, checks, rule, kassabro), figures: figuresOf(journal, kassabro.deliveries) };
}
