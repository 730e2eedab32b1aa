// The customer card of SPI v2: the person, their bonus checks, the latest purchase.
import { email, phone } from "../lib/customers.mjs";
import { fastifyReading, kassabroReading } from "../lib/contenders.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { get, startNginx } from "../lib/servers.mjs";
import { filled } from "../lib/stores.mjs";

const checks = 5;
const credentials = { Authorization: `Basic ${Buffer.from("bench:bench").toString("base64")}` };

async function sample(server, i) {
  const answer = await get(server.port, `/sitoo/v2/customers?key_type=mobile&key=${encodeURIComponent(phone(i))}`, credentials);
  await server.stop();
  const card = answer.status === 200 ? JSON.parse(answer.body)[0] : undefined;
  const isRight = card?.email === email(i) && card.bonus_checks.length === checks && card.sections.length > 1;
  if (!isRight) throw new Error(`${server.name}: ${answer.status} ${answer.body}`);
  return answer.body;
}

export default {
  name: "card",
  about: "`GET /sitoo/v2/customers?key_type=mobile&key=…` with 5 bonus checks, loyalty and the latest purchase; random customers",
  sizes: (plan) => plan.readSizes,
  async prepare(customers) {
    const template = filled({ customers, checks });
    const answer = await sample(await kassabroReading(template), 17);
    const theirs = await sample(await fastifyReading(template), 17);
    if (Math.abs(theirs.length - answer.length) > answer.length * 0.2) throw new Error(`the cards differ:\n${answer}\n${theirs}`);
    return { template, customers, answer };
  },
  contenders: ({ template, answer }) => ({
    kassabro: () => kassabroReading(template),
    "nginx, a file": () => startNginx(answer),
    "fastify + better-sqlite3": () => fastifyReading(template),
    "fastify, 2 processes": () => fastifyReading(template, 2),
  }),
  run: async (server, { customers, answer }, plan) => ({
    ...(await throughputAndLatency(server, plan, { kind: "card", customers, check: server.name === "nginx" ? 0 : 1 })),
    answer_bytes: answer.length,
  }),
};
