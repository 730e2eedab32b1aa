// How searches and orders change with the number of tills that ask at once.
import { kassabro } from "../lib/contenders.mjs";
import { load } from "../lib/load.mjs";
import { filled } from "../lib/stores.mjs";
import { verify } from "../lib/verify.mjs";

const customers = 10_000;

export default {
  name: "connections",
  sizeOf: "connections",
  about: "searches and orders, 10,000 customers, by so many connections, each with one call at a time",
  sizes: (plan) => plan.connections,
  prepare: (connections) => ({ template: filled({ customers }), connections }),
  contenders: ({ template }) => ({ kassabro: () => kassabro(template) }),
  async run(server, { connections }, plan) {
    const search = await load(server, { kind: "search", customers, connections, seconds: plan.seconds });
    const order = await load(server, { kind: "ingest", customers, connections, seconds: plan.seconds });
    const verified = await verify(server.store);
    return { per_second: search.per_second, p99_us: search.p99_us, orders_per_second: order.per_second, orders_p99_us: order.p99_us, verified };
  },
};
