// The rates as a drawing (SVG): for each case a group of bars, one for each contender, and how ours change as the store grows. Written by
// hand, because a few rectangles and lines need no library.
const colours = ["#0b6e4f", "#7fb069", "#8d99ae", "#5c677d", "#c44536", "#e09f3e", "#3d5a80"];
const text = (x, y, words, more = "") => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`;
const short = (number) => (number >= 1_000_000 ? `${number / 1_000_000}M` : number >= 10_000 ? `${Math.round(number / 1_000)}k` : number >= 1_000 ? `${(number / 1_000).toFixed(1).replace(".0", "")}k` : String(Math.round(number)));

// Bars of the largest size, as long as the rate is; a thin line from the lowest to the highest round.
function bars(result, x, y, width) {
  const [size, { measured }] = Object.entries(result.sizes).at(-1);
  const entries = Object.entries(measured).filter(([, figures]) => figures.per_second);
  const most = Math.max(...entries.map(([, figures]) => figures.per_second.max));
  const scale = (value) => (value / most) * (width - 230);
  const parts = [text(x, y, `${result.name}, ${short(Number(size))} ${result.size_of}: a second`, 'font-weight="bold"')];
  entries.forEach(([name, { per_second: rate }], i) => {
    const top = y + 8 + i * 17;
    parts.push(text(x + 165, top + 11, name, 'text-anchor="end"'));
    parts.push(`<rect x="${x + 170}" y="${top}" width="${scale(rate.median).toFixed(1)}" height="13" fill="${colours[i % colours.length]}"/>`);
    parts.push(`<line x1="${(x + 170 + scale(rate.min)).toFixed(1)}" x2="${(x + 170 + scale(rate.max)).toFixed(1)}" y1="${top + 6.5}" y2="${top + 6.5}" stroke="#222"/>`);
    parts.push(text(x + 176 + scale(rate.max), top + 11, short(rate.median)));
  });
  return { svg: parts.join("\n"), height: 30 + entries.length * 17 };
}

// One line for each field of ours, from 0 to its own highest value; the sizes stand at equal distances.
function lines(result, fields, x, y, width) {
  const points = Object.entries(result.sizes).map(([size, { measured }]) => [Number(size), Object.values(measured)[0]]);
  const [bottom, top] = [y + 95, y + 15];
  const at = (i) => x + 20 + (i * (width - 60)) / Math.max(1, points.length - 1);
  const parts = [text(x, y, `${result.name}: as the ${result.size_of} grow`, 'font-weight="bold"')];
  parts.push(`<line x1="${x + 15}" x2="${x + width - 30}" y1="${bottom}" y2="${bottom}" stroke="#999"/>`);
  points.forEach(([size], i) => parts.push(text(at(i), bottom + 13, short(size), 'text-anchor="middle"')));
  Object.entries(fields).forEach(([field, title], k) => {
    const known = points.filter(([, figures]) => figures?.[field]);
    const most = Math.max(...known.map(([, figures]) => figures[field].median));
    const spots = points.map(([, figures], i) => [at(i), figures?.[field]?.median]).filter(([, value]) => value !== undefined);
    const height = (value) => bottom - (value / most) * (bottom - top - 5);
    parts.push(`<polyline fill="none" stroke="${colours[k * 4]}" stroke-width="2" points="${spots.map(([px, value]) => `${px.toFixed(1)},${height(value).toFixed(1)}`).join(" ")}"/>`);
    spots.forEach(([px, value]) => parts.push(text(px, height(value) - 4 + k * 14, short(value), `text-anchor="middle" fill="${colours[k * 4]}"`)));
    parts.push(text(x + k * 130, bottom + 28, title, `fill="${colours[k * 4]}"`));
  });
  return { svg: parts.join("\n"), height: 145 };
}

const growths = {
  search: { per_second: "searches a second" },
  card: { per_second: "cards a second" },
  ingest: { per_second: "orders a second" },
  redeem: { per_second: "redemptions a second" },
  connections: { per_second: "searches a second", orders_per_second: "orders a second" },
  orders: { per_second: "cards a second", orders_per_second: "orders a second" },
};

export function plot(results) {
  const width = 470;
  const columns = [[], []];
  const heights = [20, 20];
  const place = (draw) => {
    const column = heights[0] <= heights[1] ? 0 : 1;
    const { svg, height } = draw(20 + column * (width + 20), heights[column] + 10);
    columns[column].push(svg);
    heights[column] += height + 10;
  };
  for (const name of ["search", "card", "redeem", "register", "ingest", "events", "delivery", "mixed"])
    if (Object.keys(results[name]?.sizes ?? {}).length > 0) place((x, y) => bars(results[name], x, y, width));
  for (const [name, fields] of Object.entries(growths))
    if (Object.keys(results[name]?.sizes ?? {}).length > 1) place((x, y) => lines(results[name], fields, x, y, width));
  const height = Math.max(...heights) + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width + 60} ${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
${columns.flat().join("\n")}
</svg>
`;
}
