// What the stores alone commit when 64 are in flight: the three rows of an order (its body, the order, what Rule is to be told) into the
// same tables, durable, without HTTP, JSON or look-ups. SQLite by one writer, 64 orders a transaction; PostgreSQL by pgbench, 64
// clients with a transaction an order each, which the server groups by itself.
import fs from "node:fs";
import { createRequire } from "node:module";
import { startPostgres } from "./brokers.mjs";
import { ports, results } from "./servers.mjs";
import { copyOf, postgresCopyOf } from "./stores.mjs";

const peer = createRequire(new URL("../peers/", import.meta.url));
const inFlight = 64;
const body = "x".repeat(900);

const rows = {
  inbox: "INSERT INTO inbox (account_id, received_at, source, body) VALUES (ACCOUNT, 1, 'sitoo_v1', 'BODY')",
  orders: `INSERT INTO orders (account_id, order_id, contact_id, ordered_at, state, announced, content, updated_at)
    VALUES (ACCOUNT, ORDER_ID, 1, 1, 'completed', 1, 'BODY', 1)`,
  outbox: `INSERT INTO outbox (delivery_id, account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, created_at, updated_at)
    VALUES (DELIVERY_ID, ACCOUNT, 1, 'order_completed', ORDER_ID, 'delivered', 0, 0, 1, '', 1, 1)`,
};

const statement = (name, account, orderId, deliveryId) =>
  rows[name].replaceAll("DELIVERY_ID", deliveryId).replaceAll("ORDER_ID", orderId).replaceAll("ACCOUNT", account).replaceAll("BODY", body);

export function rawSqlite(template) {
  const db = new (peer("better-sqlite3"))(`${copyOf(template)}/kassabro.db`);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  const account = db.prepare("SELECT CAST(min(account_id) AS TEXT) FROM accounts").pluck().get();
  const [inbox, order, outbox] = ["inbox", "orders", "outbox"].map((name) => db.prepare(statement(name, account, "?", "NULL")));
  let number = 0;
  const commit = db.transaction(() => {
    for (let i = 0; i < inFlight; ++i) {
      const id = `raw-${++number}`;
      inbox.run();
      order.run(id);
      outbox.run(id);
    }
  });
  const raw = (seconds) => {
    const began = performance.now();
    while (performance.now() - began < seconds * 1000) commit();
    return { per_second: number / ((performance.now() - began) / 1000) };
  };
  return { raw, stop: async () => db.close() };
}

export function rawPostgres(template) {
  const { url } = postgresCopyOf(template);
  const server = startPostgres();
  const database = url.split("/").at(-1);
  const raw = (seconds) => {
    const account = server.query(database, "SELECT min(account_id) FROM accounts");
    const sql = ["inbox", "orders", "outbox"].map((name) => `${statement(name, account, `'raw-' || ${name === "orders" ? "nextval" : "currval"}('raw_numbers')`, "currval('raw_numbers')").replace(/\s+/g, " ")};`);
    const file = `${results}/raw.sql`;
    server.query(database, "CREATE SEQUENCE IF NOT EXISTS raw_numbers");
    fs.writeFileSync(file, `BEGIN;\n${sql.join("\n")}\nCOMMIT;\n`);
    const told = server.pgbench("-n", "-c", String(inFlight), "-j", "2", "-M", "prepared", "-T", String(Math.max(1, Math.round(seconds))), "-f", file, database);
    return { per_second: Number(/tps = ([\d.]+)/.exec(told)[1]) };
  };
  return { raw, port: ports.postgres, stop: async () => {} };
}
