// How long an order takes from the till to Rule when nothing else is going on, with a Rule that answers after 50 ms: pairs of orders of one
// customer, which must arrive in their order. The second of a pair comes when the first is under way and waits for it, so it is told apart.
import http from "node:http";
import { mockUrl } from "../lib/brokers.mjs";
import { token } from "../lib/customers.mjs";
import { percentile } from "../lib/numbers.mjs";
import { pipelineContenders, preparePipeline } from "../lib/pipeline.mjs";
import { pause } from "../lib/servers.mjs";
import { orderOf } from "../mock/sitoo.mjs";

const pairsPerSecond = 10;
const agent = new http.Agent({ keepAlive: true });
const now = () => performance.timeOrigin + performance.now();

function send(port, id, customer) {
  const body = JSON.stringify({ ...orderOf(id), orderid: String(id), email: `customer${customer}@shop${customer % 97}.example` });
  return new Promise((resolve, reject) => {
    const call = http.request(
      { host: "127.0.0.1", port, method: "POST", path: "/sitoo/v1/transactions", agent, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) } },
      (answer) => answer.resume().on("end", () => (answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)))),
    );
    call.on("error", reject);
    call.end(body);
  });
}

const times = async () => new Map((await (await fetch(`${mockUrl}/mock/times`)).json()).map(({ id, at }) => [id, at]));

async function untilTold(count) {
  for (const until = now() + 30_000; now() < until; await pause(50)) if ((await times()).size >= count) return;
}

async function measure(server, { customers }, plan) {
  await send(server.port, 1, 0);
  await untilTold(1); // the first order makes groups
  const sent = new Map();
  for (let pair = 0; pair < plan.slowOrders / 2; ++pair) {
    for (const id of [1_000 + 2 * pair, 1_001 + 2 * pair]) {
      sent.set(String(id), now());
      await send(server.port, id, (pair * 7_919) % customers);
    }
    await pause(1_000 / pairsPerSecond);
  }
  await untilTold(sent.size + 1);
  const told = await times();
  const took = (place) => [...sent].filter(([id]) => told.has(id) && id % 2 === place).map(([id, at]) => (told.get(id) - at) * 1000);
  const [firsts, seconds] = [took(0), took(1)];
  const compared = await (await fetch(`${mockUrl}/mock/compare`, { method: "POST", body: [...sent.keys()].join("\n") })).json();
  return { p50_us: percentile(firsts, 0.5), p99_us: percentile(firsts, 0.99), max_us: Math.max(...firsts), second_p99_us: percentile(seconds, 0.99), orders: sent.size, untold: compared.missing, twice: compared.twice, disordered: compared.disordered };
}

export default {
  name: "delay",
  about: "from the moment a till sends an order until Rule has answered for it; a mock of Rule that takes 50 ms, 20 orders a second, two of each customer",
  sizes: (plan) => plan.writeSizes.slice(0, 1),
  rounds: () => 1,
  prepare: preparePipeline,
  contenders: (context) => pipelineContenders(context, 50),
  run: measure,
  line: (run) => `p50 ${(run.p50_us / 1000).toFixed(0)} ms, p99 ${(run.p99_us / 1000).toFixed(0)} ms, a customer's second at once p99 ${(run.second_p99_us / 1000).toFixed(0)} ms; ${run.untold} not told, ${run.twice} twice, ${run.disordered} out of order`,
};
