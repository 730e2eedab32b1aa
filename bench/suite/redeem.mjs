// A bonus check is used at a till; it is on the disk when that is answered, and can be used once only.
import { fastify, kassabro, kassabroOnPostgres } from "../lib/contenders.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { filled } from "../lib/stores.mjs";
import { verify } from "../lib/verify.mjs";

// Enough that no run uses them all up.
const checksFor = (customers, plan) => Math.max(5, Math.ceil(((plan.seconds + 0.3) * 25_000) / customers));

export default {
  name: "redeem",
  about: "`POST /sitoo/v1/redeem` of one check each, durable; each accepted one is looked for in the ledger",
  sizes: (plan) => plan.writeSizes,
  prepare(customers, plan) {
    const checks = checksFor(customers, plan);
    return { template: filled({ customers, checks, purchases: checks === 5 ? 1 : 0 }), customers, checks };
  },
  contenders: ({ template }) => ({
    kassabro: () => kassabro(template),
    "kassabro on PostgreSQL": () => kassabroOnPostgres(template),
    "fastify + better-sqlite3": () => fastify(template),
  }),
  run: (server, { customers, checks }, plan) =>
    throughputAndLatency(server, plan, { kind: "redeem", customers, checks }, () => verify(server.store)),
};
