// Results as tables.
export const whole = (number) => Math.round(number).toLocaleString("en-US");
export const ms = (us) => (us / 1000).toFixed(us < 10_000 ? 2 : 1);
export const times = (number) => number.toFixed(2);
export const spread = ({ median, min, max }, format = whole) => (min === max ? format(median) : `${format(median)} (${format(min)} to ${format(max)})`);

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

// A goal: what, what is wanted, what was measured (undefined: nothing was), whether that is reached.
export const goalRows = (goals) =>
  table(
    ["goal", "wanted", "measured", "reached"],
    goals.map(([what, wanted, measured, isReached]) => [what, wanted, measured ?? "not measured", measured === undefined ? "–" : isReached ? "yes" : "**no**"]),
  );

// One size of a case, or several, as rows of one table; `columns` are [title, (figures, name, ratios) => text].
export function caseTable(result, columns) {
  const rows = Object.entries(result.sizes).flatMap(([size, { measured, ratios }]) =>
    Object.entries(measured).map(([name, figures]) => [whole(Number(size)), name, ...columns.map(([, text]) => text(figures, name, ratios) ?? "")]),
  );
  return table([result.size_of, result.name, ...columns.map(([title]) => title)], rows);
}
