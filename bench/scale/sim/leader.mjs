// Deliveries as src/outbox/worker.cpp makes them: a round over the accounts that have some, two runners for an account, batches, Rule's
// limits, and the node's own waiting times.
import { product } from "./deployment.mjs";
import { lognormal } from "./random.mjs";

export class Leader {
  constructor(site, number, work, random, told) {
    Object.assign(this, { site, number, work, random, told });
    this.node = number % site.d.nodes;
    this.accounts = new Map(); // account -> {waiting: [moment of the sale], runners}
    this.pending = new Set(); // of which something waits
    this.rounds = 0;
    this.batches = 0;
    this.rows = 0;
  }

  add(account, since) {
    let lane = this.accounts.get(account);
    if (!lane) this.accounts.set(account, (lane = { waiting: [], runners: 0 }));
    lane.waiting.push(since);
    this.pending.add(account);
  }

  get waiting() {
    return [...this.accounts.values()].reduce((sum, lane) => sum + lane.waiting.length, 0);
  }

  start() {
    this.#round();
  }

  // Two questions for each account that has something waiting, one after the other, on one reading session.
  #round() {
    const due = [...this.pending];
    ++this.rounds;
    const { clock, d } = this.site;
    clock.in(due.length * 2 * (d.round_trip + 20e-6), () => {
      for (const account of due) {
        const lane = this.accounts.get(account);
        const missing = lane ? product.runners_per_account - lane.runners : 0;
        for (let i = 0; i < missing; ++i) {
          ++lane.runners;
          this.#batch(account, lane);
        }
      }
      clock.in(due.length > 0 ? product.gather : product.gather + 0.1, () => this.#round());
    });
  }

  #end(account, lane) {
    if (--lane.runners === 0 && lane.waiting.length === 0) this.accounts.delete(account);
  }

  #batch(account, lane) {
    if (lane.waiting.length === 0) return this.#end(account, lane);
    const { site, work } = this;
    const part = work.delivery;
    const half = (rows) => ({ trips: part.trips, database: (part.database.batch + part.database.row * rows) / 2 });
    site.write(this.node, account, half(1), () => {
      const rows = lane.waiting.splice(0, product.batch_rows);
      if (lane.waiting.length === 0) this.pending.delete(account);
      if (rows.length === 0) return this.#end(account, lane);
      site.leaders[this.number].serve(part.background.batch + part.background.row * rows.length, () => {
        site.nodes[this.node].processors.serve(part.leader.batch + part.leader.row * rows.length - part.background.batch - part.background.row * rows.length, () => {});
        site.clock.in(this.#rule(rows.length, lane), () =>
          site.write(this.node, account, half(rows.length), () => {
            ++this.batches;
            this.rows += rows.length;
            for (const since of rows) this.told(since);
            if (rows.length === product.batch_rows) this.#batch(account, lane);
            else this.#end(account, lane);
          }),
        );
      });
    });
  }

  // Four calls of an account at once, shared by its runners.
  #rule(rows, lane) {
    const places = product.calls_per_account / Math.max(1, lane.runners);
    const turns = Math.ceil((rows * this.work.delivery.calls) / places);
    let takes = 0;
    for (let i = 0; i < turns; ++i) takes += lognormal(this.random, this.site.d.rule_latency, this.site.d.rule_spread);
    return takes;
  }
}
