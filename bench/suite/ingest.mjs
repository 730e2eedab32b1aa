// Copies of purchases by SPI v1, one a call, beside what the store alone can commit.
import { whoWrites } from "../lib/contenders.mjs";
import { load } from "../lib/load.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { rawPostgres, rawSqlite } from "../lib/raw.mjs";
import { verify } from "../lib/verify.mjs";

async function measure(server, { customers }, plan) {
  if (server.raw) return server.raw(plan.seconds);
  const kind = { kind: "ingest", customers };
  const figures = await throughputAndLatency(server, plan, kind, () => verify(server.store));
  const one = await load(server, { seconds: plan.seconds, connections: 1, ...kind });
  return { ...figures, verified: figures.verified + (await verify(server.store)), one_per_second: one.per_second, one_p99_us: one.p99_us };
}

export default {
  name: "ingest",
  about: "`POST /sitoo/v1/transactions`, about 900 bytes, each order new and of a known customer, durable; each accepted one is looked for",
  ...whoWrites,
  contenders: ({ template }) => ({
    ...whoWrites.contenders({ template }),
    "SQLite alone": () => rawSqlite(template),
    "PostgreSQL alone": () => rawPostgres(template),
  }),
  run: measure,
};
