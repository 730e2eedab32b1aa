// A till finds a customer: SPI v1, by phone or e-mail, exact match.
import { email, nationalPhone, phone, token } from "../lib/customers.mjs";
import { fastifyReading, kassabroReading } from "../lib/contenders.mjs";
import { throughputAndLatency } from "../lib/measures.mjs";
import { get, startNginx } from "../lib/servers.mjs";
import { filled } from "../lib/stores.mjs";

const ask = async (server, key) => {
  const answer = await get(server.port, `/sitoo/v1/contacts?key=${encodeURIComponent(key)}`, { Authorization: `Bearer ${token}` });
  if (answer.status !== 200) throw new Error(`${server.name}: ${answer.status} ${answer.body}`);
  return answer.body;
};

// Does everybody find the right person, and say the same about him or her?
async function checkAnswers(template, customers) {
  const keys = Array.from({ length: 100 }, (_, n) => Math.floor(((n + 0.5) / 100) * customers)).flatMap((i) => [[i, phone(i)], [i, nationalPhone(i)], [i, email(i)]]);
  const ours = await kassabroReading(template);
  const answers = [];
  for (const [i, key] of keys) {
    const body = await ask(ours, key);
    if (JSON.parse(body)[0]?.email !== email(i)) throw new Error(`wrong answer for ${key}: ${body}`);
    answers.push(body);
  }
  await ours.stop();
  const theirs = await fastifyReading(template);
  for (const [n, [, key]] of keys.entries()) {
    const body = await ask(theirs, key);
    const sorted = (text) => JSON.stringify(Object.entries(JSON.parse(text)[0]).sort());
    if (sorted(body) !== sorted(answers[n])) throw new Error(`the answers differ for ${key}:\n${answers[n]}\n${body}`);
  }
  await theirs.stop();
  return answers[0];
}

export default {
  name: "search",
  about: "`GET /sitoo/v1/contacts?key=…` by E.164 number, national number and e-mail, a third each; random customers",
  sizes: (plan) => plan.readSizes,
  async prepare(customers) {
    const template = filled({ customers });
    return { template, customers, answer: await checkAnswers(template, customers) };
  },
  contenders: ({ template, answer }) => ({
    kassabro: () => kassabroReading(template),
    "nginx, a file": () => startNginx(answer),
    "fastify + better-sqlite3": () => fastifyReading(template),
    "fastify, 2 processes": () => fastifyReading(template, 2),
    "kassabro, log.level=warn": () => kassabroReading(template, "warn"),
  }),
  run: async (server, { customers, answer }, plan) => ({
    ...(await throughputAndLatency(server, plan, { kind: "search", customers, check: server.name === "nginx" ? 0 : 1 })),
    answer_bytes: answer.length,
  }),
};
