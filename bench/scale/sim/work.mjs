// From build/bench/costs.json: what one piece of each kind of work takes of each resource. Times in seconds.
const us = 1e-6;

// A delivery's cost has a part for each batch (lease, settle, look for it) and one for each row in it. Sales that are told at once
// are batches of one; what waited while deliveries were held went out in batches as large as the account had rows.
export function perBatchAndRow(single, batched, rows) {
  const batch = Math.max(0, (single - batched) / (1 - 1 / rows));
  return { batch, row: Math.max(0, single - batch) };
}

const readings = 4;

function delivery(store) {
  const { sale, paced } = store;
  const rows = Math.min(64, sale.delivered.units / store.accounts);
  const part = (name) => perBatchAndRow(paced.per_unit[name] - sale.accepted.per_unit[name], sale.delivered.per_unit[name], rows);
  const background = part("background_us");
  const leader = part("leader_us");
  const database = part("database_us");
  const wal = part("wal_bytes");
  return {
    background: { batch: background.batch * us, row: background.row * us },
    leader: { batch: leader.batch * us, row: leader.row * us },
    database: { batch: database.batch * us, row: database.row * us },
    wal_bytes: wal,
    // Of each of the two transactions: what is left when their commits and the readings of customer, order and receipt are taken off.
    trips: Math.max(2, Math.round((paced.per_unit.database_waits - sale.accepted.per_unit.database_waits - 2 - readings) / 2)),
    calls: sale.delivered.per_unit.rule_calls,
  };
}

const till = ({ per_unit }, more = {}) => ({
  node: per_unit.tills_us * us,
  database: per_unit.database_us * us,
  wal_bytes: per_unit.wal_bytes,
  commits: 0,
  delivers: 0,
  ...more,
});

// `trips`: how often the other end of the connection is waited for, apart from the commit.
export function workOf(costs) {
  const store = costs.postgres;
  const writes = (one, delivers) => till(one, { commits: 1, delivers, trips: Math.max(1, waits(one) - 1) });
  const reads = (one) => till(one, { trips: waits(one) });
  const idle = costs.accounts.rows.at(-1).per_second;
  const look = (micros) => (micros * us) / idle.job_looks;
  const waits = ({ per_unit }) => Math.max(1, Math.round(per_unit.database_waits));
  const told = delivery(store);
  return {
    search: reads(store.search),
    card: reads(store.card),
    unknown: { ...reads(store.unknown), asks_rule: true },
    copy: writes(store.sale.accepted, 1),
    anonymous: writes(store.anonymous, 0),
    registration: writes(store.registration.accepted, 1),
    redemption: writes(store.redemption.accepted, 1),
    // Ten events are one transaction on a till's node; the order is fetched and accepted by the node that leads.
    event: { ...till(store.event, { database: store.anonymous.per_unit.database_us * us * 0.1 }), commits: 0.1, delivers: 0, fetches: 1, trips: 4 },
    fetch: {
      background: (store.event.per_unit.background_us / 2) * us,
      leader: (store.event.per_unit.leader_us / 2) * us,
      database: store.sale.accepted.per_unit.database_us * us,
      trips: Math.max(1, waits(store.sale.accepted) - 1),
      settle: { trips: 4, database: told.database.batch / 2 }, // much like settling a delivery
    },
    delivery: told,
    // For each account and kind of job, of the round in which the node that leads looks for work that is due.
    look: { leader: look(idle.leader_us), background: look(idle.background_us), database: look(idle.database_us) },
  };
}
