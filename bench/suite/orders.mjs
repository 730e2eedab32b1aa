// How cards and orders change with what customers have bought so far.
import { kassabro } from "../lib/contenders.mjs";
import { load } from "../lib/load.mjs";
import { memoryOf } from "../lib/machine.mjs";
import { bytesOf, filled } from "../lib/stores.mjs";
import { verify } from "../lib/verify.mjs";

const customers = 5_000;

export default {
  name: "orders",
  sizeOf: "purchases a customer",
  about: "cards and orders, 5,000 customers, each with so many purchases in the store",
  sizes: (plan) => plan.purchases,
  prepare: (purchases) => ({ template: filled({ customers, purchases }) }),
  contenders: ({ template }) => ({ kassabro: () => kassabro(template) }),
  async run(server, { template }, plan) {
    const card = await load(server, { kind: "card", customers, seconds: plan.seconds });
    const order = await load(server, { kind: "ingest", customers, seconds: plan.seconds });
    const verified = await verify(server.store);
    return { per_second: card.per_second, p99_us: card.p99_us, orders_per_second: order.per_second, orders_p99_us: order.p99_us, store_mb: bytesOf(template) / 2 ** 20, ...memoryOf(server.child.pid), verified };
  },
};
