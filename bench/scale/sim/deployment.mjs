// What the shops are served by, and what can be changed about it.
const base = {
  nodes: 2, // kassabro serve behind a load balancer
  cores: 4, // of each
  databases: 1, // PostgreSQL primaries, each with the accounts of its share
  database_cores: 16, // of each
  replicas: 0, // of each, which answer searches
  fetches_at_once: 64, // accounts whose orders a leader fetches from Sitoo (src/jobs/order_fetcher.hpp)
  leaders: 1, // nodes that do the background work, each for its share of the accounts
  looks: "due", // "due": two queries for 200 accounts find what is due; "each": a question for every account and kind of job, as it once was
  round_trip: 0.3e-3, // between node and database, of one data centre
  flush: 1e-3, // the write-ahead log made durable
  rule_latency: 0.15, // the median of a call of Rule
  sitoo_latency: 0.15, // likewise of Sitoo REST
  rule_spread: 0.6, // sigma of its logarithm
};

// Of the product (src/store/postgres/writer.hpp, read_pool.hpp, src/outbox/worker.hpp, src/rule/governor.cpp, src/jobs/engine.hpp).
export const product = {
  writer_sessions: 4,
  reader_sessions: 8,
  batch_rows: 64,
  runners_per_account: 2,
  calls_per_account: 4,
  gather: 0.025,
  kinds_of_jobs: 10,
  looks_every: 2,
  jobs_at_once: 4,
  job_takes: 0.03,
  session_count: 13,
};

export const deployment = (changes = {}) => ({ ...base, ...changes });

// Each with all that stands before it: the order in which the walls come.
export const remedies = [
  { name: "as it is", change: {} },
  { name: "8 nodes of 8 cores", change: { nodes: 8, cores: 8 } },
  { name: "256 accounts' orders are fetched at once, not 64", change: { fetches_at_once: 256 } },
  { name: "8 leaders, each with its share of the accounts", change: { leaders: 8 } },
  { name: "2 replicas answer the searches", change: { replicas: 2 } },
  { name: "16 nodes, each the leader of a share", change: { nodes: 16, leaders: 16 } },
  { name: "4 PostgreSQL, each with its share of the accounts and 16 nodes", change: { databases: 4, nodes: 64, leaders: 64 } },
  { name: "the same as Citus: 4 workers behind one address", change: { replicas: 0, round_trip: 0.6e-3 } },
];

export function cumulative(list = remedies) {
  let all = {};
  return list.map(({ name, change }) => ({ name, deployment: deployment((all = { ...all, ...change })) }));
}
