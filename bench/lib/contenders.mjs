// Who is measured, each as a function that starts it on a copy of a filled shop. `store` is where verification looks.
import { startPostgres, startRabbit, startRedis, mockUrl, together } from "./brokers.mjs";
import { token } from "./customers.mjs";
import { ports, startKassabro, startPeer } from "./servers.mjs";
import { copyOf, filled, postgresCopyOf } from "./stores.mjs";

const told = { "rule.base_url": `${mockUrl}/rule/api`, "sitoo.base_url": `${mockUrl}/sitoo` };

const withStore = async (starting, store) => Object.assign(await starting, { store });

// With `delivers`, Rule and Sitoo are the mock; otherwise closed ports.
export const kassabro = (template, { delivers = false, log = "info" } = {}) => {
  const folder = copyOf(template);
  return withStore(startKassabro(folder, log, delivers ? told : {}), { folder });
};

export const kassabroOnPostgres = async (template, { delivers = false } = {}) => {
  const { folder, url, pids } = postgresCopyOf(template);
  const server = await withStore(startKassabro(folder, "info", { "store.url": url, ...(delivers ? told : {}) }), { url });
  server.pids.push(...pids);
  return server;
};

export const fastify = (template) => {
  const folder = copyOf(template);
  return withStore(startPeer("till", { DATABASE: `${folder}/kassabro.db`, TOKEN: token }), { folder });
};

// Who takes what tills write, at shops of each size: the part of a case that says so.
export const whoWrites = {
  sizes: (plan) => plan.writeSizes,
  prepare: (customers) => ({ template: filled({ customers }), customers }),
  contenders: ({ template }) => ({
    kassabro: () => kassabro(template),
    "kassabro on PostgreSQL": () => kassabroOnPostgres(template),
    "fastify + better-sqlite3": () => fastify(template),
  }),
};

// Readers need no copy.
export const kassabroReading = (template, log) => startKassabro(template, log);
export const fastifyReading = (template, processes = 1) =>
  startPeer("till", { DATABASE: `${template}/kassabro.db`, TOKEN: token, PROCESSES: String(processes) });

const queue = (name, env) => startPeer("delivery", { QUEUE: name, TOKEN: token, MOCK_URL: mockUrl, ...env });

// With the broker that it needs, which does not stay behind when the rest does not start.
export async function beside(broker, starting) {
  try {
    return together(await starting(), broker);
  } catch (error) {
    await broker.stop();
    throw error;
  }
}

// Queues that lose nothing, with a worker that tells Rule.
export const queues = {
  "fastify + better-sqlite3": (template) => queue("sqlite", { DATABASE: `${copyOf(template)}/jobs.db` }),
  "fastify + BullMQ + Redis": async () => beside(await startRedis(), () => queue("bullmq", { REDIS_PORT: String(ports.redis) })),
  "fastify + pg-boss + PostgreSQL": async () => {
    const postgres = startPostgres();
    postgres.psql("DROP DATABASE IF EXISTS jobs WITH (FORCE)");
    postgres.psql("CREATE DATABASE jobs");
    const server = await queue("pgboss", { POSTGRES_URL: postgres.url("jobs") });
    server.pids.push(...postgres.pids);
    return server;
  },
  "fastify + RabbitMQ": async () => beside(await startRabbit(), () => queue("rabbitmq", { AMQP_URL: `amqp://guest:guest@127.0.0.1:${ports.rabbitmq}` })),
};
