// What tills ask, in Node as one would write it for speed: Fastify and better-sqlite3 on Kassabro's own tables (WAL,
// synchronous=FULL), statements prepared once, no log. better-sqlite3 is synchronous, so every write pays for a sync of its own.
// With PROCESSES above 1 it reads only, from so many processes. Nobody delivers here: the easier task.
import Database from "better-sqlite3";
import cluster from "node:cluster";
import Fastify from "fastify";
import { customerRoutes } from "./customers.mjs";
import { bonusRoutes } from "./bonus.mjs";
import { orderRoutes } from "./orders.mjs";

const processes = Number(process.env.PROCESSES ?? 1);
if (cluster.isPrimary && processes > 1) {
  for (let i = 0; i < processes; ++i) cluster.fork();
  for (const signal of ["SIGTERM", "SIGINT"])
    process.on(signal, () => {
      for (const worker of Object.values(cluster.workers)) worker.process.kill("SIGKILL");
      process.exit(0);
    });
} else {
  await serve();
}

async function serve() {
  const db = new Database(process.env.DATABASE, { readonly: processes > 1 });
  if (processes === 1) {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
  }
  db.pragma("cache_size = -16384"); // as much as Kassabro gives each thread
  const account = db.prepare("SELECT account_id FROM accounts ORDER BY account_id").safeIntegers().get().account_id;
  const good = new Set([`Bearer ${process.env.TOKEN}`, `Basic ${Buffer.from("bench:bench").toString("base64")}`]);
  const app = Fastify();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    try {
      done(null, { raw: body, value: JSON.parse(body) });
    } catch (error) {
      done(Object.assign(error, { statusCode: 400 }));
    }
  });
  app.get("/healthz", async () => ({ status: "ok" }));
  app.register(async (till) => {
    till.addHook("onRequest", (request, reply, done) => {
      if (good.has(request.headers.authorization ?? "")) return done();
      reply.code(401).send({ title: "This API token is not valid." });
    });
    customerRoutes(till, db, account);
    if (processes > 1) return;
    bonusRoutes(till, db, account);
    orderRoutes(till, db, account);
  });
  await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
}
