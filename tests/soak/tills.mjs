// Tills that register, change consents, sell and take bonus checks without a pause, and keep a journal of what they sent and what they were
// told is done. A till asks again until it is answered, as Sitoo does with a sale; now and then it gives up, and then nobody knows.
import { call, connection, pause } from './calls.mjs';
import { headersOf, key, orderText, redemptionText, search } from './shop.mjs';

const gives_up = 0.1;
const tells_twice = 0.05;
const amounts = ['1.00', '7.50', '20.00', '49.90'];
const takes_all = 0.01;

/** `customers`: by e-mail, what was sent of each; `redemptions`: each receipt that was asked for. */
export const newJournal = () => ({ customers: new Map(), redemptions: [], orders: 0, unanswered: 0, refused: new Map(), slowest_ms: 0 });

class Till {
  constructor(number, { ports, journal, random, checks, isOpen, between_ms = 20 }) {
    Object.assign(this, { number, ports, journal, random, checks, isOpen, between_ms, agent: connection(), count: 0 });
  }

  /** Asks until a definite answer comes; null: it gave up, or the shop has closed. */
  async insist(method, path, body, mayGiveUp = true) {
    const stays = !mayGiveUp || !this.random.chance(gives_up);
    for (;;) {
      const port = this.ports[this.random.below(this.ports.length)];
      const answer = await call(port, method, `/sitoo/v1${path}`, { body, headers: headersOf(key), agent: this.agent });
      this.journal.slowest_ms = Math.max(this.journal.slowest_ms, answer.took);
      if (answer.status !== 0 && answer.status !== 429 && answer.status < 500) return answer;
      ++this.journal.unanswered;
      if (answer.status !== 0) this.journal.refused.set(answer.status, (this.journal.refused.get(answer.status) ?? 0) + 1);
      if (!stays || !this.isOpen()) return null;
      await pause(30);
    }
  }

  async registerOne() {
    const email = `t${this.number}c${this.count++}@shop.se`;
    const customer = { email, registered: false, orders: [], consents: [], doubt: false };
    this.journal.customers.set(email, customer);
    const answer = await this.insist('POST', '/contacts', { email, accepts_email: false });
    // 409 after an answer that was lost: the customer is there.
    customer.registered = answer?.status === 200 || answer?.status === 409;
    if (customer.registered) customer.contact = answer.status === 200 ? JSON.parse(answer.body) : await this.idOf(email);
    return customer;
  }
  async idOf(email) {
    while (this.isOpen()) {
      const found = await search(this.ports[this.random.below(this.ports.length)], email, { agent: this.agent });
      if (found.status === 200) return JSON.parse(found.body)[0]?.contactid;
      await pause(30);
    }
    return undefined;
  }

  async sell(customer) {
    const id = this.number * 1_000_000 + ++this.journal.orders;
    const order = { id, accepted: false };
    customer.orders.push(order);
    const answer = await this.insist('POST', '/transactions', orderText(id, customer.email));
    if (answer && answer.status !== 200) throw new Error(`order ${id}: ${answer.status} ${answer.body}`);
    order.accepted = answer !== null;
    if (order.accepted && this.random.chance(tells_twice)) await this.insist('POST', '/transactions', orderText(id, customer.email));
  }

  async changeConsent(customer) {
    const wanted = !(customer.consents.at(-1)?.value ?? false);
    const change = { value: wanted, accepted: false };
    customer.consents.push(change);
    // Whoever gives up a change asks for no other: what is to stand would be anybody's guess.
    const answer = await this.insist('PUT', `/contacts/${customer.contact}`, { accepts_email: wanted }, false);
    change.accepted = answer?.status === 200;
    if (answer && !change.accepted) throw new Error(`consent of ${customer.email}: ${answer.status} ${answer.body}`);
  }

  async redeem() {
    const { id, contact } = this.checks[this.random.below(this.checks.length)];
    const amount = this.random.chance(takes_all) ? '' : amounts[this.random.below(amounts.length)];
    const receipt = `r${this.number}-${this.journal.redemptions.length}`;
    const use = { check: id, receipt, amount, status: 0 };
    this.journal.redemptions.push(use);
    const answer = await this.insist('POST', `/contacts/${contact}/redeem`, redemptionText(id, receipt, amount));
    use.status = answer?.status ?? 0;
    if (answer && ![200, 400, 409].includes(answer.status)) throw new Error(`redemption ${receipt}: ${answer.status} ${answer.body}`);
  }

  async work() {
    while (this.isOpen()) {
      const customer = await this.registerOne();
      for (let i = 0; customer.registered && customer.contact && i < 4 && this.isOpen(); ++i) {
        await this.sell(customer);
        if (this.random.chance(0.4)) await this.changeConsent(customer);
        if (this.checks.length > 0) await this.redeem();
        await pause(this.between_ms);
      }
      await pause(this.between_ms);
    }
    this.agent.destroy();
  }
}

/** Opens `count` tills; `close()` lets each end what it has begun. */
export function openTills(count, parts) {
  let open = true;
  const journal = parts.journal ?? newJournal();
  const tills = Array.from({ length: count }, (_, number) => new Till(number + 1, { ...parts, journal, isOpen: () => open }));
  const work = Promise.all(tills.map((till) => till.work()));
  let failure = null;
  work.catch((error) => { failure = error; });
  const close = async () => {
    open = false;
    await work;
    return journal;
  };
  return { journal, close, check: () => { if (failure) throw failure; } };
}
