// The tables of docs/scale.md.
import { table, whole } from "../lib/tables.mjs";

const one = (number) => number.toFixed(1);
const two = (number) => number.toFixed(2);
const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const ms = (seconds) => (seconds === null || seconds === undefined ? "" : seconds < 10 ? `${one(seconds * 1000)} ms` : `${whole(seconds)} s`);
const seconds = (value) => (value < 1 ? "0" : value < 120 ? `${whole(value)} s` : value < 7200 ? `${whole(value / 60)} min` : `${one(value / 3600)} h`);

const kinds = [
  ["search, found", "search", "", "search"],
  ["search, nobody (asks Rule)", "unknown", "", "unknown"],
  ["card with a bonus check", "card", "", "card"],
  ["registration", "registration", "accepted", "registration"],
  ["its delivery, in batches", "registration", "delivered"],
  ["sale of a customer (v1 copy)", "sale", "accepted", "sale"],
  ["its delivery, in batches", "sale", "delivered"],
  ["the sale and its delivery, told at once", "paced"],
  ["sale without customer", "anonymous", "", "anonymous"],
  ["redemption", "redemption", "accepted"],
  ["its delivery, in batches", "redemption", "delivered"],
  ["sale by event, fetched, told", "event"],
];

const found = (store, [, name, part]) => (part ? store[name][part] : store[name]).per_unit;

export function costsTable(store) {
  const rows = kinds.map((kind) => {
    const p = found(store, kind);
    const calm = store.calm[kind[3]]?.per_unit;
    const alone = (name) => (calm ? whole(calm[name]) : "");
    return [kind[0], whole(p.tills_us), alone("tills_us"), whole(p.database_us), alone("database_us"), whole(p.leader_us), whole(p.background_us), two(p.commits), p.fsyncs === null ? "" : two(p.fsyncs), `${one(p.rows.inserted)} + ${one(p.rows.updated)}`, whole(p.wal_bytes), whole(p.database_wire_bytes), one(p.rule_calls), whole(p.rule_bytes)];
  });
  return table(["for each", "till's node us", "one by one", "PostgreSQL us", "one by one", "leader us", "of it one thread", "commits", "fsyncs", "rows new + changed", "log bytes", "bytes node-database", "calls of Rule", "bytes with Rule"], rows);
}

export function sqliteTable({ sqlite, fsyncs }) {
  const rows = kinds.map((kind) => {
    const p = found(sqlite, kind);
    return [kind[0], whole(p.tills_us), whole(p.background_us), one(p.rows.inserted), whole(p.written_bytes), whole(p.database_bytes), one(p.rule_calls)];
  });
  const counted = Object.entries(fsyncs).map(([at_once, { fsyncs_per_sale }]) => `${two(fsyncs_per_sale)} with ${at_once === "1" ? "one call" : `${at_once} calls`} at a time`);
  return `${table(["for each", "core us", "of it the background thread", "rows new", "bytes written", "bytes of the database", "calls of Rule"], rows)}

Fsyncs of SQLite for a sale with its delivery (strace): ${counted.join(", ")}.`;
}

export function storageTable({ postgres, sqlite }) {
  const total = (store, name) => store[name].accepted.per_unit.database_bytes + store[name].delivered.per_unit.database_bytes;
  const rows = [
    ["customer, told", "registration"],
    ["sale of a customer, told", "sale"],
    ["redemption, told", "redemption"],
  ].map(([what, name]) => [what, whole(total(postgres, name)), whole(total(sqlite, name))]);
  return `What stays in the database, indexes and what was sent included:

${table(["for each", "PostgreSQL bytes", "SQLite bytes"], rows)}`;
}

export function accountsTable(rows) {
  return table(
    ["accounts", "looks a second", "a round takes", "leader, of a core", "of it the background thread", "PostgreSQL, of a core", "leader's memory MB"],
    rows.map(({ accounts, per_second: p, memory_bytes }) => [whole(accounts), whole(p.job_looks), seconds((accounts * 10) / p.job_looks), percent(p.leader_us / 1e6), percent(p.background_us / 1e6), percent(p.database_us / 1e6), whole(memory_bytes.leader / 1e6)]),
  );
}

// Do only as many jobs begin after a round as may run at once?
export function jobsCheck(rows, product) {
  const checked = rows.find(({ jobs }) => jobs);
  if (!checked) return "";
  const { accounts, done, seconds: took, rounds } = checked.jobs;
  if (rounds < 2) return "(To count them a node must come round more than once; on the machine of the last run it did not.)";
  return `Checked with ${whole(accounts)} accounts, of which 200 had a job due: in ${whole(took)} s the node that leads came round ${one(rounds)} times and did ${done} jobs; ${product.jobs_at_once} after each
round, as its log shows.`;
}

export function shopsTable({ shops_per: { one_by_one, in_a_crowd }, shape }) {
  const both = (accounts) => `${whole(accounts)} (${whole(accounts * shape.mean)} tills)`;
  const row = (what, name) => [what, both(one_by_one[name]), both(in_a_crowd[name])];
  return table(
    ["one", "accounts, costs one by one", "accounts, costs in a crowd"],
    [
      row("core of a node", "core_of_a_node"),
      row("core of PostgreSQL", "core_of_the_database"),
      row("node that does not lead, by its 4 writing sessions", "node_by_sessions"),
      row("node that leads, by its 4 writing sessions", "leader_by_sessions"),
    ],
  );
}

export function wallsTable({ walls }) {
  const text = ({ resource, accounts }) => `${resource}: ${accounts > 999_999 ? "over a million" : whole(accounts)}`;
  return table(
    ["with", "first wall: accounts", "second", "third", "first on an ordinary day"],
    walls.map(({ name, black, ordinary }) => [name, ...[0, 1, 2].map((i) => (black[i] ? text(black[i]) : "")), text(ordinary[0])]),
  );
}

export function runsTable({ runs }) {
  return table(
    ["deployment", "accounts", "sales of the day", "busiest second", "most in use", "jobs wanted / done a second", "told late at most", "refused"],
    runs.map((run) => {
      const [name, most] = Object.entries(run.peaks).sort((a, b) => b[1] - a[1]).filter(([resource]) => resource !== "the leader's look at every account")[0];
      return [run.name, whole(run.accounts), whole(run.sales), `${whole(Math.max(...run.hours.map(({ sales }) => sales)))} sales`, `${name} ${percent(most)}`, `${two(run.jobs.wanted)} / ${two(run.jobs.done)}`, seconds(run.late_s), percent(run.refused / run.sales)];
    }),
  );
}

export function momentsTable({ runs }) {
  return table(
    ["deployment", "accounts", "search p50, p99", "sale p50, p99", "told p50, p99", "late before", "rows in a batch", "commits in a flush"],
    runs.map((run) => {
      const moment = run.moments.find(({ hour }) => hour === 12.5);
      const grows = run.hours[12].leader > 1;
      const pair = ({ p50, p99 }) => (p50 === null ? "" : `${ms(p50)}, ${ms(p99)}`);
      return [run.name, whole(run.accounts), pair(moment.times.search), pair(moment.times.sale), grows ? "the queue grows" : pair(moment.times.told), seconds(moment.late_s), one(moment.rows_per_batch), one(moment.commits_per_flush)];
    }),
  );
}

// One run through its day.
export function hoursTable(run) {
  const pair = (times) => (times?.p50 ? `${ms(times.p50)}, ${ms(times.p99)}` : "");
  const clock = (hour) => `${Math.floor(hour)}:${hour % 1 ? "30" : "00"}`;
  return table(
    ["at", "sales a second", "leader in use", "deliveries that wait", "late", "search p50, p99", "sale p50, p99", "told p50, p99 without the queue"],
    run.moments.map((moment) => {
      const { leader } = run.hours[Math.floor(moment.hour)];
      return [clock(moment.hour), whole(moment.sales), percent(leader), whole(moment.waiting_before), seconds(moment.late_s), pair(moment.times?.search), pair(moment.times?.sale), pair(moment.times?.told)];
    }),
  );
}

export function checkTable(check) {
  const row = (what, { measured, foretold }, format) => [what, format(measured), format(foretold), `${foretold > measured ? "+" : ""}${whole((foretold / measured - 1) * 100)} %`];
  return table(
    ["", "measured", "foretold", "off by"],
    [
      row("node, of two cores", check.node, percent),
      row("PostgreSQL, of two cores", check.database, percent),
      row("background thread, of one core", check.background, percent),
      row("commits a second", check.commits_per_second, one),
      row("sale to told, median, s", { measured: check.told.measured.p50, foretold: check.told.foretold.p50 }, two),
    ],
  );
}
