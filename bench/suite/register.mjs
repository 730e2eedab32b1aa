// A customer is registered at a till.
import { whoWrites } from "../lib/contenders.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { verify } from "../lib/verify.mjs";

export default {
  name: "register",
  about: "`POST /sitoo/v1/contacts`, each somebody new, durable; each accepted one is looked for by e-mail",
  ...whoWrites,
  run: (server, { customers }, plan) => throughputAndLatency(server, plan, { kind: "register", customers }, () => verify(server.store)),
};
