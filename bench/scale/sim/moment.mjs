// Some seconds of a day event by event: how long a search, a sale and its way to Rule take, with everything that is in the way.
import { accountSizes, picker } from "./accounts.mjs";
import { loads } from "./capacity.mjs";
import { Clock } from "./clock.mjs";
import { habits, kinds, mixOf } from "./demand.mjs";
import { Fetcher } from "./fetcher.mjs";
import { Leader } from "./leader.mjs";
import { exponential, lognormal, randomFrom } from "./random.mjs";
import { Site } from "./site.mjs";

const rule_deadline = 0.7; // rule.read_deadline

export function quantiles(values) {
  if (values.length === 0) return { count: 0, p50: null, p99: null };
  const sorted = Float64Array.from(values).sort();
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  return { count: sorted.length, p50: at(0.5), p99: at(0.99) };
}

const asks = new Set(["search", "card", "unknown"]);

// What becomes of one call of a till: a processor of a node, then a reading or a transaction, then whatever it starts.
function arrivals({ clock, site, work, d, random, pick, note, fetch, tell }) {
  const answer = (kind, since) => {
    if (kind !== "unknown") return note("search", since);
    clock.in(Math.min(rule_deadline, lognormal(random, d.rule_latency, d.rule_spread)), () => note("unknown", since));
  };
  return (kind) => {
    const account = pick(random);
    const node = Math.floor(random() * d.nodes);
    const since = clock.now;
    const one = work[kind];
    site.nodes[node].processors.serve(one.node, () => {
      if (asks.has(kind)) return site.read(node, account, one, () => answer(kind, since));
      // Ten events are one transaction.
      if (kind === "event" && random() > 0.1) return fetch(account, since);
      site.write(node, account, one, () => {
        note("sale", since);
        if (kind === "event") fetch(account, since);
        else if (one.delivers > 0) tell(account, since);
      });
    });
  };
}

function summary(site, leaders, fetchers, end) {
  const total = (list, value) => list.reduce((sum, one) => sum + value(one), 0);
  const mean = (stations) => total(stations, (station) => station.use(end)) / stations.length;
  return {
    waiting: total(leaders, (leader) => leader.waiting),
    fetching: total(fetchers, (fetcher) => fetcher.waiting),
    rows_per_batch: total(leaders, ({ rows }) => rows) / Math.max(1, total(leaders, ({ batches }) => batches)),
    use: { nodes: mean(site.nodes.map(({ processors }) => processors)), databases: mean(site.databases.map(({ processors }) => processors)), leaders: mean(site.leaders) },
    commits_per_flush: total(site.databases, ({ log }) => log.commits) / Math.max(1, total(site.databases, ({ log }) => log.flushes)),
  };
}

// `sales` a second for `seconds` after `warm` seconds that are not counted.
export function simulateMoment(work, d, accounts, sales, { seconds = 10, warm = 5, seed = 1, h = habits } = {}) {
  const clock = new Clock();
  const random = randomFrom(seed);
  const used = loads(work, d, accounts, 0, { h });
  const site = new Site(clock, d, {
    thread: Math.min(0.95, used["background thread of the leader"]),
    database: Math.min(0.95, used["processors of PostgreSQL"]),
  });
  const times = Object.fromEntries(["search", "unknown", "sale", "told"].map((name) => [name, []]));
  const note = (name, since) => since >= warm && times[name].push(clock.now - since);
  const leaders = site.leaders.map((_, i) => new Leader(site, i, work, random, (since) => note("told", since)));
  const share = (account) => account % leaders.length;
  const tell = (account, since) => leaders[share(account)].add(account, since);
  const fetchers = leaders.map((leader) => new Fetcher(site, leader, work, random, (account, since) => random() < h.known_share && tell(account, since)));
  const fetch = (account, since) => fetchers[share(account)].add(account, since);
  const arrive = arrivals({ clock, site, work, d, random, pick: picker(accountSizes(accounts)), note, fetch, tell });
  const mix = mixOf(h);
  for (const kind of kinds) {
    const mean = 1 / (mix[kind] * sales);
    const next = () => clock.in(exponential(random, mean), () => (arrive(kind), next()));
    if (Number.isFinite(mean)) next();
  }
  leaders.forEach((leader) => leader.start());
  clock.runUntil(warm + seconds);
  return { sales, seconds, times: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, quantiles(values)])), ...summary(site, leaders, fetchers, warm + seconds) };
}
