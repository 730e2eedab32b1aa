// The goals, and whether the last run reached them. A figure that was not measured is said to be missing.
import { goalRows, ms, times, whole } from "./tables.mjs";

const sizeOf = (result, which = -1) => Object.values(result?.sizes ?? {}).at(which);
const figure = (result, name, field, statistic = "median", which = -1) => sizeOf(result, which)?.measured[name]?.[field]?.[statistic];
const ratioTo = (result, name) => sizeOf(result)?.ratios[name]?.median;
const shown = (value, format) => (value === undefined ? undefined : format(value));
const atLeast = (what, wanted, value, format) => [what, `at least ${format(wanted)}`, shown(value, format), value >= wanted];
const atMost = (what, wanted, value, format) => [what, `at most ${format(wanted)}`, shown(value, format), value <= wanted];
const below = (what, wanted, value, format) => [what, `below ${format(wanted)}`, shown(value, format), value < wanted];

const plainMs = (us) => (us < 10_000 ? ms(us) : (us / 1000).toFixed(0));

function readers(results) {
  return ["search", "card"].flatMap((name) => {
    const result = results[name];
    const largest = whole(Number(Object.keys(result?.sizes ?? {}).at(-1) ?? 1_000_000));
    const what = `${name}, ${largest} customers`;
    return [
      atLeast(`${what}, to nginx's static file`, 0.9, ratioTo(result, "nginx, a file"), times),
      atLeast(`${what}, to Fastify + better-sqlite3`, 4, ratioTo(result, "fastify + better-sqlite3"), times),
      atMost(`${what}, at half of the maximum: p99, ms`, 2_000, figure(result, "kassabro", "half_p99_us"), plainMs),
      atMost(`${what}, at half of the maximum: p99.9, ms`, 5_000, figure(result, "kassabro", "half_p999_us"), plainMs),
    ];
  });
}

// Rivals that have told everything in the time they were given.
function ratioToFastestSafe(result) {
  const { measured = {}, ratios = {} } = sizeOf(result) ?? {};
  const safe = Object.entries(ratios).filter(([name]) => name.startsWith("fastify") && measured[name].untold.max === 0);
  return safe.length === 0 ? undefined : Math.min(...safe.map(([, ratio]) => ratio.median));
}

// As a share of what the store alone has committed in the same rounds.
function shareOfStore(result, name, alone) {
  const [ours, theirs] = [figure(result, name, "per_second"), figure(result, alone, "per_second")];
  return ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

function shareOfOneAccount(result) {
  const all = Object.values(sizeOf(result)?.measured ?? {});
  if (all.length !== 2) return undefined;
  return Math.min(...["per_second", "orders_per_second"].map((field) => all[1][field].median / all[0][field].median));
}

function writers({ events, ingest, redeem }) {
  return [
    atLeast("orders in batches of 10 (events), a second, durable", 15_000, figure(events, "kassabro", "per_second"), whole),
    atMost("events at 15,000 orders a second: p99, ms", 25_000, figure(events, "kassabro", "at_15000_p99_us"), plainMs),
    atLeast("events, to the fastest rival that loses nothing", 5, ratioToFastestSafe(events), times),
    atLeast("single orders, 64 in flight, to SQLite alone", 0.6, shareOfStore(ingest, "kassabro", "SQLite alone"), times),
    atLeast("single orders, 64 in flight, to PostgreSQL alone", 0.6, shareOfStore(ingest, "kassabro on PostgreSQL", "PostgreSQL alone"), times),
    atLeast("redemptions a second, durable, 64 in flight", 5_000, figure(redeem, "kassabro", "per_second"), whole),
    atMost("redemptions, 64 in flight: p99, ms", 10_000, figure(redeem, "kassabro", "p99_us"), plainMs),
  ];
}

function others({ bulk, delay, accounts, resources }) {
  const [quiet, during] = ["quiet_p99_us", "during_p99_us"].map((field) => figure(bulk, "kassabro", field));
  const disordered = figure(delay, "kassabro", "disordered", "max");
  const mb = (value) => whole(value);
  const seconds = (value) => value.toFixed(2);
  const ready = figure(resources, "filled", "ready_ms", "max");
  const orderBytes = figure(resources, "filled", "order_bytes");
  const { customers = 0, purchases = 0 } = resources?.settings.resources ?? {};
  const shop = `${whole(customers)} customers and ${whole(customers * purchases)} orders`;
  return [
    below("searches while old orders and a file come in: p99, ms", 20_000, during, plainMs),
    atMost("the same, to its quiet value", 2, during === undefined ? undefined : during / quiet, times),
    below("received until told in Rule (50 ms), idle: p99, ms", 200_000, figure(delay, "kassabro", "p99_us"), plainMs),
    ["the same for a customer's second order at the same moment, ms", "stated", shown(figure(delay, "kassabro", "second_p99_us"), plainMs), true],
    ["a customer's orders told in their order", "all", disordered === undefined ? undefined : disordered === 0 ? "all" : `${disordered} were not`, disordered === 0],
    atLeast(`${whole(accounts?.settings.accounts ?? 1_000)} accounts, to one`, 0.9, shareOfOneAccount(accounts), times),
    below(`memory (RSS) with ${shop}, MB`, 300, figure(resources, "filled", "rss_mb", "max"), mb),
    below("memory (RSS) of a fresh server, MB", 64, figure(resources, "empty", "rss_mb", "max"), mb),
    below(`start until ready with ${shop}, s`, 1, ready === undefined ? undefined : ready / 1000, seconds),
    ["disk for an order, bytes", "stated", shown(orderBytes, whole), true],
  ];
}

export const goalTable = (results) => goalRows([...readers(results), ...writers(results), ...others(results)]);
