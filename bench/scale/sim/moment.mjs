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

// `sales` a second for `seconds` after `warm` seconds that are not counted.
export function simulateMoment(work, d, accounts, sales, { seconds = 10, warm = 5, seed = 1, h = habits } = {}) {
  const clock = new Clock();
  const random = randomFrom(seed);
  const pick = picker(accountSizes(accounts));
  const used = loads(work, d, accounts, 0, { h });
  const site = new Site(clock, d, {
    thread: Math.min(0.95, used["background thread of the leader"]),
    database: Math.min(0.95, used["processors of PostgreSQL"]),
  });
  const times = Object.fromEntries(["search", "unknown", "sale", "told"].map((name) => [name, []]));
  const note = (name, since, now = clock.now) => since >= warm && times[name].push(now - since);
  const leaders = site.leaders.map((_, i) => new Leader(site, i, work, random, (delay) => clock.now - delay >= warm && times.told.push(delay)));
  leaders.forEach((leader) => leader.start());
  const leaderOf = (account) => leaders[account % leaders.length];

  const asks = new Set(["search", "card", "unknown"]);
  const fetchers = leaders.map((leader) => new Fetcher(site, leader, work, random, (account, since) => random() < h.known_share && leader.add(account, since)));
  const fetched = (account, since) => fetchers[account % leaders.length].add(account, since);
  const arrive = (kind) => {
    const account = pick(random);
    const node = Math.floor(random() * d.nodes);
    const since = clock.now;
    const one = work[kind];
    site.nodes[node].processors.serve(one.node, () => {
      if (asks.has(kind))
        return site.read(node, account, one, () => {
          if (kind !== "unknown") return note("search", since);
          clock.in(Math.min(rule_deadline, lognormal(random, d.rule_latency, d.rule_spread)), () => note("unknown", since));
        });
      // Ten events are one transaction.
      if (kind === "event" && random() > 0.1) return fetched(account, since);
      site.write(node, account, one, () => {
        note("sale", since);
        if (kind === "event") fetched(account, since);
        else if (one.delivers > 0) leaderOf(account).add(account, since);
      });
    });
  };
  const mix = mixOf(h);
  const end = warm + seconds;
  for (const kind of kinds) {
    const mean = 1 / (mix[kind] * sales);
    const next = () => clock.in(exponential(random, mean), () => (arrive(kind), next()));
    if (Number.isFinite(mean)) next();
  }
  clock.runUntil(end);
  const total = (count) => leaders.reduce((sum, leader) => sum + leader[count], 0);
  const mean = (stations) => stations.reduce((sum, station) => sum + station.use(end), 0) / stations.length;
  return {
    sales,
    seconds,
    times: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, quantiles(values)])),
    waiting: leaders.reduce((sum, leader) => sum + [...leader.accounts.values()].reduce((all, lane) => all + lane.waiting.length, 0), 0),
    fetching: fetchers.reduce((sum, fetcher) => sum + fetcher.waiting, 0),
    rows_per_batch: total("rows") / Math.max(1, total("batches")),
    use: { nodes: mean(site.nodes.map((node) => node.processors)), databases: mean(site.databases.map((database) => database.processors)), leaders: mean(site.leaders) },
    commits_per_flush: site.databases.reduce((sum, { log }) => sum + log.commits, 0) / Math.max(1, site.databases.reduce((sum, { log }) => sum + log.flushes, 0)),
  };
}
