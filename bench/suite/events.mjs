// Events in batches of 10, as Sitoo sends them: taken, the orders fetched, and told to Rule. Beside it, how long answers take at 15,000
// orders a second.
import { load } from "../lib/load.mjs";
import { measurePipeline, pipelineContenders, pipelineLine, preparePipeline } from "../lib/pipeline.mjs";
import { verify } from "../lib/verify.mjs";

const batchesPerSecond = 1_500;

// The queues of others know no customers: at larger shops the fastest of them, which loses nothing, stands for all.
const atLargerShops = ["kassabro", "fastify + better-sqlite3"];
const smallestShop = 1_000;

async function measure(server, context, plan) {
  const figures = await measurePipeline(server, context, plan, { kind: "events" });
  if (figures.per_second < batchesPerSecond * 10) return figures; // it would only show how a queue grows
  const paced = await load(server, { kind: "events", customers: context.customers, seconds: plan.queueSeconds, rate: batchesPerSecond });
  if (server.store) await verify(server.store, { asEvents: true });
  return { ...figures, at_15000_p99_us: paced.p99_us, at_15000_unanswered: paced.unanswered };
}

export default {
  name: "events",
  about: "`POST /sitoo/events`, 10 events each, 64 in flight, durable when answered, while a worker fetches the orders from a mock of Sitoo and tells the mock of Rule; every accepted id is looked for there. The queues of others know no customers: at larger shops the fastest of them stands for all",
  sizes: (plan) => plan.writeSizes,
  rounds: (plan) => plan.queueRounds,
  prepare: preparePipeline,
  contenders(context) {
    const all = Object.entries(pipelineContenders(context));
    return Object.fromEntries(all.filter(([name]) => context.customers === smallestShop || atLargerShops.includes(name)));
  },
  run: measure,
  line: pipelineLine,
};
