// Is everything there that was answered 200? Lines as bench_load writes them: "order 17", "check BC-1-0", "customer new1@…".
import fs from "node:fs";
import { createRequire } from "node:module";
import { acceptedFile } from "./load.mjs";

const peer = createRequire(new URL("../peers/", import.meta.url));

export function accepted(kind, file = acceptedFile) {
  const prefix = `${kind} `;
  return fs.readFileSync(file, "utf8").split("\n").filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

// What must be true of each id: a count of 1.
const questions = {
  order: "SELECT count(*) FROM orders WHERE order_id = ?",
  event: "SELECT count(*) FROM order_events WHERE order_id = ?",
  customer: "SELECT count(*) FROM contact_keys WHERE key = ?",
};

// Checks are found by their customer: all that were used are counted at once.
const usedChecks = (account) =>
  `SELECT check_id, count(*) AS count FROM bonus_entries e JOIN bonus_checks c USING (account_id, contact_id, check_id) WHERE e.account_id = ${account} AND e.kind = 'redeemed' AND c.remaining_minor = 0 GROUP BY check_id`;

function wrongAmong(rows, ids) {
  const counts = new Map(rows.map(({ check_id, count }) => [check_id, Number(count)]));
  return ids.filter((id) => counts.get(id) !== 1).length;
}

const keyOf = (kind, id) => (kind === "customer" ? `e:${id}` : id);

// How many accepted ids are missing or there more than once; the promise is none. Events stand for orders that are fetched later.
export async function verify(store, { asEvents = false } = {}) {
  let asked = 0;
  let wrong = 0;
  for (const kind of ["order", "check", "customer"]) {
    const ids = accepted(kind);
    if (ids.length === 0) continue;
    const question = kind === "order" && asEvents ? "event" : kind;
    asked += ids.length;
    wrong += store.url ? await wrongInPostgres(store.url, question, ids) : wrongInSqlite(store.folder, question, ids);
  }
  if (wrong) throw new Error(`${wrong} of ${asked} accepted ids are not in the store, or twice`);
  return asked;
}

// The indexes begin with the account: there is one.
const ofAccount = (question, account) => question.replace("WHERE ", `WHERE account_id = ${account} AND `);

function wrongInSqlite(folder, kind, ids) {
  const db = new (peer("better-sqlite3"))(`${folder}/kassabro.db`, { readonly: true });
  const account = db.prepare("SELECT CAST(min(account_id) AS TEXT) FROM accounts").pluck().get();
  try {
    if (kind === "check") return wrongAmong(db.prepare(usedChecks(account)).all(), ids);
    const count = db.prepare(ofAccount(questions[kind], account)).pluck();
    return ids.filter((id) => count.get(keyOf(kind, id)) !== 1).length;
  } finally {
    db.close();
  }
}

async function wrongInPostgres(url, kind, ids) {
  const client = new (peer("pg").Client)({ connectionString: url });
  await client.connect();
  const account = (await client.query("SELECT min(account_id)::text AS id FROM accounts")).rows[0].id;
  try {
    if (kind === "check") return wrongAmong((await client.query(usedChecks(account))).rows, ids);
    const inner = ofAccount(questions[kind], account).replace("?", "wanted.id");
    const { rows } = await client.query(`SELECT count(*)::int AS wrong FROM unnest($1::text[]) AS wanted (id) WHERE (${inner}) <> 1`, [ids.map((id) => keyOf(kind, id))]);
    return rows[0].wrong;
  } finally {
    await client.end();
  }
}
