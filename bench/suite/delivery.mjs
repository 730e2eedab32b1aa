// Copies of purchases, one a call, from the till to Rule.
import { measurePipeline, pipelineContenders, pipelineLine, preparePipeline } from "../lib/pipeline.mjs";

export default {
  name: "delivery",
  about: "`POST /sitoo/v1/transactions`, 64 in flight, durable when answered, while a worker tells the mock of Rule; every accepted id is looked for there",
  sizes: (plan) => plan.writeSizes.slice(0, 1),
  rounds: (plan) => plan.queueRounds,
  prepare: preparePipeline,
  contenders: (context) => pipelineContenders(context),
  run: (server, context, plan) => measurePipeline(server, context, plan, { kind: "ingest" }),
  line: pipelineLine,
};
