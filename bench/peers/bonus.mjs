// Redemption of bonus checks: the check, its redemption, a line of the ledger and the delivery to Rule in one transaction.
export function bonusRoutes(app, db, account) {
  // Left to itself SQLite reads all checks of the account.
  const find = db
    .prepare("SELECT contact_id, remaining_minor FROM bonus_checks INDEXED BY bonus_checks_owner WHERE account_id = ? AND check_id = ? AND status = 'open'")
    .safeIntegers();
  const use = db.prepare(
    "UPDATE bonus_checks SET remaining_minor = 0, last_used_at = ?, updated_at = ? WHERE account_id = ? AND contact_id = ? AND check_id = ?",
  );
  const redeem = db.prepare(
    `INSERT INTO bonus_redemptions (account_id, contact_id, check_id, receipt, amount_minor, state, order_id, redeemed_at, undone_by)
     VALUES (?, ?, ?, ?, ?, 'unmatched', '', ?, '')`,
  );
  const record = db.prepare(
    `INSERT INTO bonus_entries (account_id, contact_id, check_id, kind, change_minor, remaining_minor, receipt, order_id, at, source, store, staff, register)
     VALUES (?, ?, ?, 'redeemed', ?, 0, ?, '', ?, 'sitoo_v1', '', '', '')`,
  );
  const enqueue = db.prepare(
    `INSERT INTO outbox (account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, created_at, updated_at)
     VALUES (?, ?, 'bonus_check_used', '', 'pending', 0, 0, ?, '', ?, ?)`,
  );
  const accept = db.transaction(({ bonus_check_ids: ids, receipt_id: receipt }, now) => {
    for (const id of ids) {
      const check = find.get(account, id);
      if (check === undefined) return 404;
      if (check.remaining_minor === 0n) return 409;
      use.run(now, now, account, check.contact_id, id);
      redeem.run(account, check.contact_id, id, receipt, check.remaining_minor, now);
      record.run(account, check.contact_id, id, -check.remaining_minor, receipt, now);
      enqueue.run(account, check.contact_id, now, now, now);
    }
    return 200;
  });
  app.post("/sitoo/v1/redeem", (request, reply) =>
    reply.code(accept(request.body.value, Date.now())).type("application/json").send("true"),
  );
}
