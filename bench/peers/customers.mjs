// Search, card and registration. It knows two ways to write a phone number where Kassabro knows all of them: the easier task.
import crypto from "node:crypto";
import { asContact, asCustomer } from "./customer_text.mjs";

function storedForms(key = "") {
  const text = key.trim();
  if (text.includes("@")) return [`e:${text.toLowerCase()}`];
  const phone = text.startsWith("+") ? text : text.startsWith("0") ? `+46${text.slice(1)}` : text;
  return [`p:${phone}`, `m:${text}`];
}

export function customerRoutes(app, db, account) {
  const findId = db.prepare("SELECT contact_id FROM contact_keys WHERE account_id = ? AND key = ?").safeIntegers().pluck();
  const findContact = db.prepare("SELECT * FROM contacts WHERE account_id = ? AND contact_id = ?").safeIntegers();
  const findChecks = db.prepare(
    "SELECT * FROM bonus_checks WHERE account_id = ? AND contact_id = ? AND status = 'open' AND remaining_minor > 0 ORDER BY valid_to, check_id LIMIT 50",
  );
  const findLatest = db.prepare(
    "SELECT ordered_at, store, total_minor, currency FROM orders WHERE account_id = ? AND contact_id = ? ORDER BY ordered_at DESC LIMIT 1",
  );
  const idOf = (key) => storedForms(key).reduce((found, form) => found ?? findId.get(account, form), undefined);

  app.get("/sitoo/v1/contacts", (request, reply) => {
    const id = idOf(request.query.key);
    return reply.send(id === undefined ? [] : [asContact(findContact.get(account, id))]);
  });
  app.get("/sitoo/v2/customers", (request, reply) => {
    const id = idOf(request.query.key);
    if (id === undefined) return reply.send([]);
    return reply.send([asCustomer(findContact.get(account, id), findChecks.all(account, id), findLatest.get(account, id))]);
  });
  if (!db.readonly) registration(app, db, account);
}

const columns = ["contact_id", "account_id", "version", "member_number", "email", "mobile", "phone", "first_name", "last_name",
  "personal_id", "company", "company_id", "gender", "birthday", "invoice_line1", "invoice_line2", "invoice_zip", "invoice_city",
  "invoice_state", "invoice_country", "delivery_line1", "delivery_line2", "delivery_zip", "delivery_city", "delivery_state",
  "delivery_country", "accepts", "accepted_consents", "store", "registered_at", "updated_at"];

function registration(app, db, account) {
  const saveContact = db.prepare(`INSERT INTO contacts (${columns}) VALUES (${columns.map(() => "?")})`);
  const saveKey = db.prepare("INSERT INTO contact_keys (account_id, key, contact_id) VALUES (?, ?, ?)");
  const saveConsent = db.prepare(
    `INSERT INTO consent_records (account_id, contact_id, version, at, source, store, staff, register, accepts, accepted_consents)
     VALUES (?, ?, 1, ?, 'sitoo_v1', '', '', '', ?, '[]')`,
  );
  const enqueue = db.prepare(
    `INSERT INTO outbox (account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, created_at, updated_at)
     VALUES (?, ?, 'contact_registered', '', 'pending', 0, 0, ?, '', ?, ?)`,
  );
  const save = db.transaction((person, now) => {
    const id = crypto.randomBytes(8).readBigInt64BE() & 0x7fffffffffffffffn;
    const accepts = (person.accepts_email ? 1 : 0) + (person.accepts_sms ? 2 : 0) + (person.accepts_mail ? 4 : 0);
    const mobile = person.mobile?.startsWith("0") ? `+46${person.mobile.slice(1)}` : (person.mobile ?? "");
    const member = String(id);
    const text = (name) => person[name] ?? "";
    saveContact.run(id, account, 1, member, text("email"), mobile, "", text("namefirst"), text("namelast"), "", "", "", "", "",
      text("invoice_address"), "", text("invoice_zip"), text("invoice_city"), "", text("invoice_countryid").toUpperCase(),
      "", "", "", "", "", "", accepts, "[]", "", now, now);
    for (const key of [person.email && `e:${person.email.toLowerCase()}`, mobile && `p:${mobile}`, `m:${member}`])
      if (key) saveKey.run(account, key, id);
    saveConsent.run(account, id, now, accepts);
    enqueue.run(account, id, now, now, now);
    return id;
  });
  app.post("/sitoo/v1/contacts", (request, reply) => reply.type("application/json").send(`"${save(request.body.value, Date.now())}"`));
}
