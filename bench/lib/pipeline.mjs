// From the till to Rule: how fast it is taken while it is also delivered, how long until the mock of Rule has been told all of it, and
// whether that is so for every accepted order.
import { beside, kassabro, kassabroOnPostgres, queues } from "./contenders.mjs";
import { mockUrl, startMock } from "./brokers.mjs";
import { load } from "./load.mjs";
import { pause } from "./servers.mjs";
import { filled } from "./stores.mjs";
import { accepted, verify } from "./verify.mjs";

const mock = async (path, options) => (await fetch(mockUrl + path, options)).json();

const compare = () => mock("/mock/compare", { method: "POST", body: accepted("order").join("\n") });

// Waits until so many have been told, or `seconds` are over.
async function drained(count, seconds) {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && (await mock("/mock/count")).told < count) await pause(50);
}

// The first orders make groups, queues and prepared statements.
async function prime(server, customers) {
  const { accepted: count } = await load(server, { kind: "ingest", customers, connections: 1, seconds: 0.1, warm: 0 });
  await drained(count, 20);
  await mock("/mock/reset", { method: "POST" });
}

export async function measurePipeline(server, { customers }, plan, options) {
  await prime(server, customers);
  const began = performance.now();
  const isOfEvents = options.kind === "events";
  // No more than can be told in the time that there is for it: otherwise nobody would know whether anything is lost.
  const count = Math.ceil(plan.queueOrders / (isOfEvents ? 10 : 1));
  const run = await load(server, { customers, seconds: plan.queueSeconds, warm: 0, count, ...options });
  const verified = server.store ? await verify(server.store, { asEvents: isOfEvents }) : 0;
  await drained(run.accepted, plan.drainSeconds);
  const took = (performance.now() - began) / 1000;
  const { told, missing, twice, disordered } = await compare();
  const each = run.accepted / run.sent;
  return {
    per_second: run.per_second * each,
    cpu_us: run.cpu_us / each,
    p50_us: run.p50_us,
    p99_us: run.p99_us,
    accepted: run.accepted,
    verified,
    told_per_second: told / took,
    drain_s: took,
    untold: missing,
    twice,
    disordered,
  };
}

export const pipelineLine = (run) =>
  `${run.per_second.toFixed(0).padStart(8)}/s taken, p99 ${(run.p99_us / 1000).toFixed(1)} ms; ${run.told_per_second.toFixed(0)}/s told; of ${run.accepted}: ${run.untold} not told in ${run.drain_s.toFixed(1)} s, ${run.twice} twice, ${run.disordered} out of order`;

export function preparePipeline(customers) {
  return { template: filled({ customers }), customers };
}

// Every contender with a mock of its own.
export function pipelineContenders({ template, customers }, delay_ms = 0) {
  const withMock = (start) => async () => {
    const helper = await startMock(customers, delay_ms);
    helper.pids = []; // what it costs is nobody's
    return beside(helper, start);
  };
  return {
    kassabro: withMock(() => kassabro(template, { delivers: true })),
    "kassabro on PostgreSQL": withMock(() => kassabroOnPostgres(template, { delivers: true })),
    ...Object.fromEntries(Object.entries(queues).map(([name, start]) => [name, withMock(() => start(template))])),
  };
}
