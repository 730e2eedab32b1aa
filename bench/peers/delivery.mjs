// Orders and events from tills to Rule by a queue, as one would write it in Node: Fastify takes them and answers when the queue
// has them on the disk; a second process delivers. QUEUE names the queue (bench/peers/queues). Nothing is kept for the till, no
// buyer is looked up and no order is known again: the easier task.
//
// A queue is { open(role) } with { add(jobs), work(handle), close() }: `add` is done when the jobs are durable, `handle` gets up to
// 64 of them and is done when Rule has them; what it throws for is handed out again.
import { fork } from "node:child_process";
import Fastify from "fastify";
import { deliver, fetchOrders } from "./rule.mjs";

const queue = (await import(`./queues/${process.env.QUEUE}.mjs`)).open(process.env.ROLE ?? "front");

if (process.env.ROLE === "worker") await work();
else await serve();

async function work() {
  await (await queue).work(async (jobs) => {
    const fetched = await fetchOrders(jobs.filter((job) => job.fetch).map((job) => job.fetch));
    await deliver([...jobs.filter((job) => job.order).map((job) => job.order), ...fetched]);
  });
  process.send?.("ready");
}

async function serve() {
  const jobs = await queue;
  const worker = fork(new URL(import.meta.url), { env: { ...process.env, ROLE: "worker" } });
  await new Promise((resolve, reject) => worker.once("message", resolve).once("exit", (code) => reject(new Error(`the worker ended with ${code}`))));
  for (const signal of ["SIGTERM", "SIGINT"])
    process.on(signal, () => {
      worker.kill("SIGKILL");
      process.exit(0);
    });
  const good = new Set([`Bearer ${process.env.TOKEN}`, `Basic ${Buffer.from("bench:bench").toString("base64")}`]);
  const app = Fastify();
  const mayCome = (request, reply, done) => {
    if (good.has(request.headers.authorization ?? "")) return done();
    reply.code(401).send({ title: "This API token is not valid." });
  };
  app.get("/healthz", async () => ({ status: "ok" }));
  app.post("/sitoo/v1/transactions", { onRequest: mayCome }, async (request, reply) => {
    await jobs.add([{ id: request.body.orderid, order: request.body }]);
    return reply.type("application/json").send("true");
  });
  app.post("/sitoo/events", { onRequest: mayCome }, async (request, reply) => {
    await jobs.add(request.body.map(({ data }) => ({ id: String(data.order_id), fetch: data })));
    return reply.send();
  });
  await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
}
