// A customer is registered at a till.
import { fastify, kassabro, kassabroOnPostgres } from "../lib/contenders.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { filled } from "../lib/stores.mjs";
import { verify } from "../lib/verify.mjs";

export default {
  name: "register",
  about: "`POST /sitoo/v1/contacts`, each somebody new, durable; each accepted one is looked for by e-mail",
  sizes: (plan) => plan.writeSizes,
  prepare: (customers) => ({ template: filled({ customers }), customers }),
  contenders: ({ template }) => ({
    kassabro: () => kassabro(template),
    "kassabro on PostgreSQL": () => kassabroOnPostgres(template),
    "fastify + better-sqlite3": () => fastify(template),
  }),
  run: (server, { customers }, plan) => throughputAndLatency(server, plan, { kind: "register", customers }, () => verify(server.store)),
};
