// Many accounts on one node beside one account with as many customers.
import { kassabro } from "../lib/contenders.mjs";
import { load } from "../lib/load.mjs";
import { filled } from "../lib/stores.mjs";

const customers = 20_000;

async function measure(server, { plan }) {
  const { accounts } = server;
  const search = await load(server, { kind: "search", customers, accounts, seconds: plan.seconds });
  const order = await load(server, { kind: "ingest", customers, accounts, seconds: plan.seconds });
  return { per_second: search.per_second, p99_us: search.p99_us, orders_per_second: order.per_second, orders_p99_us: order.p99_us };
}

export default {
  name: "accounts",
  sizeOf: "customers",
  about: "searches and orders among 20,000 customers, of one account and of many, by all accounts' tokens in turn",
  sizes: () => [customers],
  prepare: (_, plan) => ({ plan, templates: Object.fromEntries([1, plan.accounts].map((accounts) => [accounts, filled({ customers, accounts, checks: 1 })])) }),
  contenders: ({ templates }) =>
    Object.fromEntries(Object.entries(templates).map(([accounts, template]) => [`${accounts} accounts`, async () => Object.assign(await kassabro(template), { accounts: Number(accounts) })])),
  run: measure,
};
