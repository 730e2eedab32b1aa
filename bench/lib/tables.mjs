// The results as tables, for the terminal and for docs/performance.md and docs/performance_bonus.md alike.
export const whole = (number) => Math.round(number).toLocaleString("en-US");
const spread = ({ median, min, max }, format = whole) => `${format(median)} (${format(min)} to ${format(max)})`;
const ms = (us) => (us / 1000).toFixed(2);
const times = (number) => number.toFixed(2);

// Of what and when something was measured, as a sentence without its full stop.
export const occasion = ({ date, commit, changed_files, load_before }) =>
  `${date.slice(0, 16).replace("T", " ")} UTC, commit ${commit}` +
  (changed_files ? ` with ${changed_files} files changed since` : "") +
  `, load average ${load_before.toFixed(1)} when it began` +
  (load_before > 1 ? " (the machine had other work to do: believe the processor time more than the rates)" : "");

export function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

export function searchTable({ measured, ratios }) {
  const rows = Object.entries(measured).map(([name, all]) => [
    name,
    spread(all.per_second),
    all.cpu_us.median.toFixed(1),
    ms(all.p50_us.median),
    ms(all.p99_us.median),
    whole(all.rss_mb.median),
    whole(all.pss_mb.median),
    ratios[name] ? spread(ratios[name], times) : "",
  ]);
  return table(["search", "answers a second", "core us each", "p50 ms", "p99 ms", "RSS MB", "PSS MB", "Kassabro to it"], rows);
}

export function ingestTable({ in_flight }) {
  const rows = Object.entries(in_flight).flatMap(([connections, all]) =>
    ["kassabro", "fastify"].map((name) => [
      name,
      connections,
      spread(all[name].per_second),
      all[name].cpu_us.median.toFixed(0),
      ms(all[name].p50_us.median),
      ms(all[name].p99_us.median),
      name === "fastify" ? spread(all.ratio, times) : "",
    ]),
  );
  return table(["ingest", "in flight", "orders a second", "core us each", "p50 ms", "p99 ms", "Kassabro to it"], rows);
}

export function bonusTable(bonus) {
  const row = (what, name, all, other) => [
    what,
    name,
    spread(all.per_second),
    all.cpu_us.median.toFixed(1),
    ms(all.p50_us.median),
    ms(all.p99_us.median),
    other ? spread(other, times) : "",
  ];
  const rows = ["card", "history"].flatMap((kind) => [
    row(`${kind}, ${whole(bonus[kind].answer_bytes)} bytes`, "kassabro", bonus[kind].kassabro),
    row(`${kind}, ${whole(bonus[kind].answer_bytes)} bytes`, "nginx", bonus[kind].nginx, bonus[kind].ratio),
  ]);
  rows.push(row("redeem", "kassabro", bonus.redeem));
  return table(["bonus checks", "", "answers a second", "core us each", "p50 ms", "p99 ms", "Kassabro to it"], rows);
}

export function goalTable(search, ingest) {
  const own = search.measured.kassabro;
  const goals = [
    ["search, to nginx's static file", "at least 0.7", search.ratios.nginx.median, times, (value) => value >= 0.7],
    ["search, to Fastify + better-sqlite3", "at least 3", search.ratios.fastify.median, times, (value) => value >= 3],
    ["orders, 64 in flight, to Fastify + better-sqlite3", "at least 4", ingest.in_flight[64].ratio.median, times, (value) => value >= 4],
    [`memory (RSS) with ${whole(search.settings.customers)} customers, after the load, MB`, "below 300", own.rss_mb.max, whole, (value) => value < 300],
    ["memory (RSS) of a fresh server, MB", "below 64", search.idle.rss_mb, whole, (value) => value < 64],
    [`start until ready with ${whole(search.settings.customers)} customers, s`, "below 1", own.ready_ms.max / 1000, times, (value) => value < 1],
  ];
  return goalRows(goals);
}

const goalRows = (goals) =>
  table(["goal", "wanted", "measured", "reached"], goals.map(([name, wanted, value, format, good]) => [name, wanted, format(value), good(value) ? "yes" : "**no**"]));

export function bonusGoalTable(bonus, mirror) {
  return goalRows([
    ["card with 5 bonus checks, to nginx's static file", "at least 0.6", bonus.card.ratio.median, times, (value) => value >= 0.6],
    ["redemptions a second, durable, 64 in flight", "at least 5,000", bonus.redeem.per_second.median, whole, (value) => value >= 5000],
    [`p99 of cards while ${whole(mirror.settings.subscribers)} customers are mirrored, ms`, "below 20", mirror.p99_us / 1000, times, (value) => value < 20],
  ]);
}
