// The same ingest in Node, as one would write it: the raw body, the order and its outbox row in one transaction, synced to the
// disk, then the answer; the tables are Kassabro's own. better-sqlite3 is synchronous, so every order pays for a sync of its
// own. Nobody delivers here, while Kassabro's worker takes from the outbox all along: the easier task.
import Database from "better-sqlite3";
import Fastify from "fastify";

const db = new Database(process.env.DATABASE);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");

const accounts = new Map([[process.env.TOKEN, db.prepare("SELECT account_id FROM accounts").safeIntegers().get().account_id]]);
const findBuyer = db.prepare("SELECT contact_id FROM contact_keys WHERE account_id = ? AND key = ?").safeIntegers().pluck();
const saveBody = db.prepare("INSERT INTO inbox (account_id, received_at, source, body) VALUES (?, ?, 'sitoo_v1', ?)");
const saveOrder = db.prepare(
  `INSERT INTO orders (account_id, order_id, contact_id, ordered_at, state, announced, content, updated_at)
   VALUES (?, ?, ?, ?, 'completed', 1, ?, ?) ON CONFLICT (account_id, order_id)
   DO UPDATE SET contact_id = excluded.contact_id, content = excluded.content, updated_at = excluded.updated_at`,
);
const enqueue = db.prepare(
  `INSERT INTO outbox (account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, created_at, updated_at)
   VALUES (?, ?, 'order_completed', ?, 'pending', 0, 0, ?, '', ?, ?)`,
);

const accept = db.transaction((account, raw, order, now) => {
  saveBody.run(account, now, raw);
  const buyer = findBuyer.get(account, `e:${order.email.toLowerCase()}`) ?? null;
  saveOrder.run(account, order.orderid, buyer, order.orderdate * 1000, JSON.stringify(order), now);
  if (buyer !== null) enqueue.run(account, buyer, order.orderid, now, now, now);
});

const app = Fastify();
app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
  try {
    done(null, { raw: body, order: JSON.parse(body) });
  } catch (error) {
    done(Object.assign(error, { statusCode: 400 }));
  }
});
app.get("/healthz", async () => ({ status: "ok" }));
app.post("/sitoo/v1/transactions", (request, reply) => {
  const account = accounts.get((request.headers.authorization ?? "").replace(/^Bearer /, ""));
  if (account === undefined) return reply.code(401).send({ title: "This API token is not valid." });
  accept(account, request.body.raw, request.body.order, Date.now());
  return reply.type("application/json").send("true");
});
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
