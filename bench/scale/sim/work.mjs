// From build/bench/costs.json: what one piece of each kind of work takes of each resource. Times in seconds.
const us = 1e-6;

// A delivery's cost has a part for each batch (lease, settle, look for it) and one for each row in it. Sales that are told at once
// are batches of one; what waited while deliveries were held went out in batches as large as the account had rows.
export function perBatchAndRow(single, batched, rows) {
  const batch = Math.max(0, (single - batched) / (1 - 1 / rows));
  return { batch, row: Math.max(0, single - batch) };
}

const readings = 4;

// What comes one by one costs more than what comes in a crowd, by this factor of a sale; for what was measured in a crowd only.
const calmer = (store, name) => Math.max(1, store.calm.sale.per_unit[name] / store.sale.accepted.per_unit[name]);

function delivery(store) {
  const { sale, paced, calm } = store;
  const rows = Math.min(64, sale.delivered.units / store.accounts);
  const single = (name) => paced.per_unit[name] - (name === "leader_us" || name === "background_us" ? 0 : calm.sale.per_unit[name]);
  const part = (name, unit = us) => {
    const { batch, row } = perBatchAndRow(single(name), sale.delivered.per_unit[name], rows);
    return { batch: batch * unit, row: row * unit };
  };
  return {
    background: part("background_us"),
    leader: part("leader_us"),
    database: part("database_us"),
    wal_bytes: part("wal_bytes", 1),
    // Of each of the two transactions: what is left when their commits and the readings of customer, order and receipt are taken off.
    trips: Math.max(2, Math.round((single("database_waits") - 2 - readings) / 2)),
    calls: sale.delivered.per_unit.rule_calls,
  };
}

const waits = ({ per_unit }) => Math.max(1, Math.round(per_unit.database_waits));

// `trips`: how often the other end of the connection is waited for, apart from the commit.
// In a crowd: as if 16 calls were always under way, which is what a node that is nearly full sees. Else each comes by itself.
export function workOf(costs, { in_a_crowd = false } = {}) {
  const store = costs.postgres;
  const node_factor = in_a_crowd ? 1 : calmer(store, "tills_us");
  const database_factor = in_a_crowd ? 1 : calmer(store, "database_us");
  const till = (crowd, one_by_one, more, calm = in_a_crowd ? crowd : one_by_one) => ({
    node: (calm?.per_unit.tills_us ?? crowd.per_unit.tills_us * node_factor) * us,
    database: (calm?.per_unit.database_us ?? crowd.per_unit.database_us * database_factor) * us,
    wal_bytes: crowd.per_unit.wal_bytes,
    commits: 0,
    delivers: 0,
    ...more,
  });
  const reads = (name) => till(store[name], store.calm[name], { trips: waits(store[name]) });
  const writes = (crowd, calm, delivers) => till(crowd, calm, { commits: 1, delivers, trips: Math.max(1, waits(crowd) - 1) });
  // The one that was disturbed least: whoever has to wait for a processor looks less often.
  const idle = costs.accounts.rows.map((row) => row.per_second).reduce((best, row) => (row.job_looks > best.job_looks ? row : best));
  const look = (micros) => (micros * us) / idle.job_looks;
  const told = delivery(store);
  // What was measured is an order's way from the event to Rule; what the delivery of some of them takes is known.
  const fetched = (name) => Math.max(0, store.event.per_unit[name] - store.event.per_unit.rule_calls * store.sale.delivered.per_unit[name]) * us;
  const accept = writes(store.sale.accepted, store.calm.sale, 1);
  return {
    search: reads("search"),
    card: reads("card"),
    unknown: { ...reads("unknown"), asks_rule: true },
    copy: accept,
    anonymous: writes(store.anonymous, store.calm.anonymous, 0),
    registration: writes(store.registration.accepted, store.calm.registration, 1),
    redemption: writes(store.redemption.accepted, undefined, 1),
    // Ten events are one transaction on a till's node; the order is fetched and accepted by the node that leads.
    event: { ...till(store.event, undefined, { commits: 0.1, trips: 4 }), database: store.anonymous.per_unit.database_us * us * 0.1 },
    fetch: {
      background: fetched("background_us"),
      leader: fetched("leader_us"),
      database: accept.database,
      trips: accept.trips,
      settle: { trips: 4, database: told.database.batch / 2 }, // much like settling a delivery
    },
    delivery: told,
    // For each account and kind of job, of the round in which the node that leads looks for work that is due.
    look: { leader: look(idle.leader_us), background: look(idle.background_us), database: look(idle.database_us) },
  };
}
