// Orders and events: the raw body, the order (or what is to be fetched) and its outbox row in one transaction, then the answer.
export function orderRoutes(app, db, account) {
  const findBuyer = db.prepare("SELECT contact_id FROM contact_keys WHERE account_id = ? AND key = ?").safeIntegers().pluck();
  const saveBody = db.prepare("INSERT INTO inbox (account_id, received_at, source, body) VALUES (?, ?, ?, ?)");
  const saveOrder = db.prepare(
    `INSERT INTO orders (account_id, order_id, contact_id, ordered_at, state, announced, content, updated_at)
     VALUES (?, ?, ?, ?, 'completed', 1, ?, ?) ON CONFLICT (account_id, order_id)
     DO UPDATE SET contact_id = excluded.contact_id, content = excluded.content, updated_at = excluded.updated_at`,
  );
  const enqueue = db.prepare(
    `INSERT INTO outbox (account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, created_at, updated_at)
     VALUES (?, ?, 'order_completed', ?, 'pending', 0, 0, ?, '', ?, ?)`,
  );
  const accept = db.transaction((raw, order, now) => {
    saveBody.run(account, now, "sitoo_v1", raw);
    const buyer = findBuyer.get(account, `e:${order.email.toLowerCase()}`) ?? null;
    saveOrder.run(account, order.orderid, buyer, order.orderdate * 1000, JSON.stringify(order), now);
    if (buyer !== null) enqueue.run(account, buyer, order.orderid, now, now, now);
  });
  app.post("/sitoo/v1/transactions", (request, reply) => {
    accept(request.body.raw, request.body.value, Date.now());
    return reply.type("application/json").send("true");
  });

  const saveEvent = db.prepare("INSERT OR IGNORE INTO order_events (account_id, event_id, received_at, type, order_id) VALUES (?, ?, ?, ?, ?)");
  const askFor = db.prepare(
    `INSERT INTO order_fetches (account_id, eshop_id, order_id, state, asked, attempts, not_before, reason, created_at, updated_at)
     VALUES (?, ?, ?, 'pending', 1, 0, ?, '', ?, ?) ON CONFLICT (account_id, eshop_id, order_id)
     DO UPDATE SET state = 'pending', asked = asked + 1, updated_at = excluded.updated_at`,
  );
  const acceptEvents = db.transaction((raw, events, now) => {
    saveBody.run(account, now, "sitoo_events", raw);
    for (const { event_id: id, event_type: type, data } of events)
      if (saveEvent.run(account, id.replaceAll("-", ""), now, type, String(data.order_id)).changes)
        askFor.run(account, data.eshop_id, String(data.order_id), now, now, now);
  });
  app.post("/sitoo/events", (request, reply) => {
    acceptEvents(request.body.raw, request.body.value, Date.now());
    return reply.send();
  });
}
