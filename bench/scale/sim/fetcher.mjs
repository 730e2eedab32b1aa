// Orders that events have named, fetched from Sitoo as src/jobs/order_fetcher.cpp does: so many accounts at once, all that an account has
// waiting in one call, each order accepted in a transaction of its own, one more to settle the call.
import { lognormal } from "./random.mjs";
import { Station } from "./stations.mjs";

const orders_max = 100;

export class Fetcher {
  constructor(site, leader, work, random, accepted) {
    Object.assign(this, { site, leader, work, random, accepted });
    this.places = new Station(site.clock, site.d.fetches_at_once);
    this.accounts = new Map(); // account -> [moment of the event]
  }

  add(account, since) {
    const waiting = this.accounts.get(account);
    if (waiting) return waiting.push(since);
    this.accounts.set(account, [since]);
    this.places.enter(() => this.#fetch(account));
  }

  get waiting() {
    return [...this.accounts.values()].reduce((sum, { length }) => sum + length, 0);
  }

  #fetch(account) {
    const { clock, d, leaders } = this.site;
    const { fetch } = this.work;
    clock.in(lognormal(this.random, d.sitoo_latency, d.rule_spread), () => {
      const orders = this.accounts.get(account).splice(0, orders_max);
      const next = (i) => {
        if (i === orders.length) return this.site.write(this.leader.node, account, fetch.settle, () => this.#end(account));
        leaders[this.leader.number].serve(fetch.background, () =>
          this.site.write(this.leader.node, account, fetch, () => {
            this.accepted(account, orders[i]);
            next(i + 1);
          }),
        );
      };
      next(0);
    });
  }

  #end(account) {
    if (this.accounts.get(account).length === 0) this.accounts.delete(account);
    else this.places.enter(() => this.#fetch(account)); // behind the accounts that wait already
    this.places.leave();
  }
}
