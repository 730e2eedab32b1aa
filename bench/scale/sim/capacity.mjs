// How busy each resource is at a given moment, without queues: what a second of work takes of a second of the resource.
import { accountSizes } from "./accounts.mjs";
import { habits, mixOf, peakSalesPerSecond } from "./demand.mjs";
import { product } from "./deployment.mjs";

const reads_of = ["search", "card", "unknown"];
const writes_of = ["copy", "anonymous", "registration", "redemption", "event"];

// How long a transaction holds a session when nobody is in its way: its statements, and the flush that it finds under way or just missed.
export const writeHold = (one, d) => one.trips * d.round_trip + one.database + 1.5 * d.flush;
export const readHold = (one, d) => one.trips * d.round_trip + one.database;

// Of a delivery in batches of `rows`: a transaction to lease, one to settle.
export function deliveryHold(work, d, rows) {
  const { database } = work.delivery;
  return (2 * (work.delivery.trips * d.round_trip + 1.5 * d.flush) + database.batch + database.row * rows) / rows;
}

const mean_latency = (d) => d.sitoo_latency * Math.exp(d.rule_spread ** 2 / 2); // of a lognormal with this median

export const lookTakes = (work, d) => d.round_trip + work.look.database + work.look.leader;

// The round in which a leader looks at each account for each kind of job, one question after the other.
export const lookRound = (work, d, accounts) => (d.looks === "due" ? 0.01 : (accounts / d.leaders) * product.kinds_of_jobs * lookTakes(work, d));

// Jobs that a leader gets done in a second. As long as the round takes longer than the time between two, only so many as may run at once
// begin after each.
export function jobsPerSecond(work, d, accounts) {
  const round = lookRound(work, d, accounts);
  const free = product.jobs_at_once / product.job_takes;
  if (round >= product.looks_every) return product.jobs_at_once / round;
  return free * (1 - round / product.looks_every);
}

// Of rows that wait, how many share a batch: those of one account do.
export function rowsPerBatch(classes, sum, waiting) {
  if (waiting <= 0) return 1;
  const lanes = classes.reduce((total, { tills, accounts }) => total + accounts * (1 - Math.exp((-waiting * tills) / sum)), 0);
  return Math.min(product.batch_rows, Math.max(1, waiting / Math.max(lanes, 1e-9)));
}

export const deliveriesPerSale = (mix, h = habits) => mix.copy + mix.registration + mix.redemption + mix.event * h.known_share;

// {resource: share in use} while `sales` are made a second. `rows`: of a batch of deliveries. Without `tells` nothing is delivered or fetched.
export function loads(work, d, accounts, sales, { rows = 1, h = habits, tells = true } = {}) {
  const mix = mixOf(h);
  const rate = Object.fromEntries(Object.entries(mix).map(([kind, each]) => [kind, each * sales]));
  const delivered = tells ? deliveriesPerSale(mix, h) * sales : 0;
  const of = (kinds, value) => kinds.reduce((sum, kind) => sum + rate[kind] * value(work[kind]), 0);
  const all = [...reads_of, ...writes_of];
  const per = (part) => part.batch / rows + part.row;
  const { delivery, fetch, look } = work;
  const looks = d.looks === "due" ? 0 : Math.min((accounts * product.kinds_of_jobs) / product.looks_every, d.leaders / lookTakes(work, d));
  const fetched = tells ? rate.event : 0;
  const reads = of(reads_of, (one) => one.database);
  const writes = of(writes_of, (one) => one.database) + delivered * per(delivery.database) + fetched * (fetch.database + fetch.settle.database / rows) + looks * look.database;
  const database_cores = d.databases * d.database_cores;
  const leaderHold = delivered * deliveryHold(work, d, rows) + fetched * (writeHold(fetch, d) + writeHold(fetch.settle, d) / rows);
  return {
    "the leader's look at every account": (accounts * habits.jobs_per_account) / 86_400 / d.leaders / jobsPerSecond(work, d, accounts),
    "writing sessions of the leader": leaderHold / d.leaders / product.writer_sessions + of(writes_of, (one) => one.commits * writeHold(one, d)) / d.nodes / product.writer_sessions,
    "fetches from Sitoo at once": ((fetched / rows) * (mean_latency(d) + rows * writeHold(fetch, d) + writeHold(fetch.settle, d))) / d.leaders / d.fetches_at_once,
    "round of accounts with deliveries": (delivered / rows) * 2 * (d.round_trip + 20e-6) / d.leaders,
    "background thread of the leader": (delivered * per(delivery.background) + fetched * fetch.background + looks * look.background) / d.leaders,
    "writing sessions of a node": of(writes_of, (one) => one.commits * writeHold(one, d)) / d.nodes / product.writer_sessions,
    "reading sessions of a node": of(reads_of, (one) => readHold(one, d)) / d.nodes / product.reader_sessions,
    "processors of the nodes": (of(all, (one) => one.node) + delivered * per(delivery.leader) + fetched * fetch.leader + looks * look.leader) / (d.nodes * d.cores),
    "processors of PostgreSQL": d.replicas > 0 ? writes / database_cores : (reads + writes) / database_cores,
    ...(d.replicas > 0 && { "processors of the replicas": (reads + 0.3 * writes) / (database_cores * d.replicas) }),
    "bytes of the log (200 MB/s)": (of(writes_of, (one) => one.wal_bytes) + delivered * per(delivery.wal_bytes)) / d.databases / 200e6,
    "connections of PostgreSQL (300)": ((d.nodes / d.databases) * product.session_count) / 300 ,
  };
}

const at_most = 0.7; // beyond it queues grow faster than the load

// For each resource the number of accounts at which it is too busy in the busiest hour: [{resource, accounts}], the first wall first.
export function walls(work, d, times) {
  const found = {};
  const names = Object.keys(loads(work, d, 1000, 1));
  for (const name of names) {
    let low = 1;
    let high = 1e8;
    const used = (accounts) => loads(work, d, accounts, peakSalesPerSecond(accounts * tillsPerAccount, times))[name];
    if (used(high) < at_most) continue;
    while (high / low > 1.01) {
      const middle = Math.sqrt(low * high);
      if (used(middle) > at_most) high = middle;
      else low = middle;
    }
    found[name] = low;
  }
  return Object.entries(found).map(([resource, accounts]) => ({ resource, accounts })).sort((a, b) => a.accounts - b.accounts);
}

const sample = accountSizes(100_000);
export const tillsPerAccount = sample.sum / sample.tills.length;
