// The table of each case, and a sentence of what it is.
import { caseTable, ms, spread, times, whole } from "./tables.mjs";

const rate = ["calls a second", (figures) => spread(figures.per_second)];
const cpu = ["core us each", (figures) => figures.cpu_us && figures.cpu_us.median.toFixed(0)];
const p99 = ["p99 ms", (figures) => figures.p99_us && ms(figures.p99_us.median)];
const half99 = ["at half: p99", (figures) => figures.half_p99_us && ms(figures.half_p99_us.median)];
const half999 = ["p99.9", (figures) => figures.half_p999_us && ms(figures.half_p999_us.median)];
const toIt = ["Kassabro to it", (_, name, ratios) => ratios[name] && spread(ratios[name], times)];
const fixed = [
  "p99 at fixed rates",
  (figures) =>
    Object.keys(figures).filter((field) => /^at_\d+_p99_us$/.test(field)).map((field) => `${whole(Number(field.split("_")[1]))}/s: ${ms(figures[field].median)}`).join(", "),
];
const verified = ["verified", (figures) => figures.verified && whole(figures.verified.median)];

const pipeline = [
  ["orders a second", (figures) => spread(figures.per_second)],
  cpu,
  p99,
  ["told a second", (figures) => spread(figures.told_per_second)],
  ["not told in time", (figures) => whole(figures.untold.max)],
  ["twice", (figures) => whole(figures.twice.max)],
  ["out of order", (figures) => whole(figures.disordered.max)],
  toIt,
];

const growth = (what) => [
  [`${what} a second`, (figures) => spread(figures.per_second)],
  p99,
  ["orders a second", (figures) => spread(figures.orders_per_second)],
  ["their p99", (figures) => ms(figures.orders_p99_us.median)],
];

const mb = (field) => (figures) => figures[field] && whole(figures[field].median);

const columns = {
  search: [rate, cpu, p99, half99, half999, fixed, toIt],
  card: [rate, cpu, p99, half99, half999, fixed, toIt],
  redeem: [rate, cpu, p99, half99, half999, verified, toIt],
  register: [rate, cpu, p99, half99, half999, verified, toIt],
  ingest: [rate, cpu, p99, half99, half999, ["one at a time", (figures) => figures.one_per_second && spread(figures.one_per_second)], verified, toIt],
  mixed: [rate, cpu, p99, half99, half999, ["a day takes, s", (figures) => whole(figures.day_s.median)], verified, toIt],
  events: [...pipeline.slice(0, 3), ["p99 at 15,000/s", (figures) => figures.at_15000_p99_us && ms(figures.at_15000_p99_us.median)], ...pipeline.slice(3)],
  delivery: pipeline,
  delay: [
    ["p50 ms", (figures) => ms(figures.p50_us.median)],
    p99,
    ["longest", (figures) => ms(figures.max_us.max)],
    ["second of a customer: p99 ms", (figures) => ms(figures.second_p99_us.median)],
    ["orders", (figures) => whole(figures.orders.median)],
    ["not told", (figures) => whole(figures.untold.max)],
    ["twice", (figures) => whole(figures.twice.max)],
    ["out of order", (figures) => whole(figures.disordered.max)],
  ],
  accounts: [...growth("searches"), toIt],
  connections: growth("searches"),
  orders: [...growth("cards"), ["store, MB", mb("store_mb")], ["RSS MB", mb("rss_mb")]],
  bulk: [
    ["orders a second", (figures) => spread(figures.per_second)],
    ["memory, MB", mb("memory_mb")],
    ["searches quiet: p99", (figures) => ms(figures.quiet_p99_us.median)],
    ["meanwhile", (figures) => ms(figures.during_p99_us.median)],
    [".xlsx to SheetJS", (figures) => times(figures.xlsx_to_sheetjs.median)],
    ["to ssconvert", (figures) => times(figures.xlsx_to_ssconvert.median)],
    [".txt to SheetJS", (figures) => times(figures.txt_to_sheetjs.median)],
    ["to ssconvert", (figures) => times(figures.txt_to_ssconvert.median)],
  ],
  resources: [
    ["ready after ms", (figures) => spread(figures.ready_ms)],
    ["RSS MB", mb("rss_mb")],
    ["PSS MB", mb("pss_mb")],
    ["store, MB", (figures) => figures.store_bytes && whole(figures.store_bytes.median / 2 ** 20)],
    ["bytes an order", (figures) => figures.order_bytes && whole(figures.order_bytes.median)],
    ["program, MB", (figures) => figures.program_bytes && (figures.program_bytes.median / 2 ** 20).toFixed(1)],
    ["without symbols", (figures) => figures.stripped_bytes && (figures.stripped_bytes.median / 2 ** 20).toFixed(1)],
  ],
  instructions: [
    ["a search", (figures) => whole(figures.search.median)],
    ["an order", (figures) => whole(figures.ingest.median)],
  ],
};

export const sectionOf = (result) => caseTable(result, columns[result.name]);
