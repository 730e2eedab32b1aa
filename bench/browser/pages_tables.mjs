// What script/bench pages prints.
import { table, whole } from '../lib/tables.mjs';

const spread = ({ median, min, max }) => `${whole(median)} (${whole(min)} to ${whole(max)})`;
const kb = (bytes) => (bytes / 1000).toFixed(0);

export const pageTable = (pages) =>
  table(
    ['page, empty cache', 'first paint, ms', 'content there, ms', 'scripts', 'JavaScript, kB', 'by gzip, kB', 'server compresses'],
    Object.entries(pages).map(([name, one]) => [
      name, spread(one.first_paint_ms), spread(one.ready_ms), String(one.scripts), kb(one.js_bytes), kb(one.js_gzip_bytes), one.is_compressed ? 'yes' : 'no',
    ]),
  );

export const lighthouseTable = (lighthouse) =>
  table(
    ['Lighthouse', 'performance', 'accessibility', 'first paint, s', 'largest paint, s', 'blocked, ms', 'shift', 'machine index'],
    Object.entries(lighthouse).map(([name, one]) => [
      name,
      `${one.performance} (${one.lowest} to ${one.highest})`,
      String(one.accessibility),
      (one.first_contentful_paint / 1000).toFixed(1),
      (one.largest_contentful_paint / 1000).toFixed(1),
      whole(one.total_blocking_time),
      one.cumulative_layout_shift.toFixed(3),
      whole(one.benchmark_index),
    ]),
  );

export const rowTable = ({ filter, back, scroll }, deliveries) =>
  table(
    [`list among ${whole(deliveries)} deliveries`, 'took, ms', 'frames', 'later than 50 ms', 'longest, ms'],
    Object.entries({ 'filter: refused': filter, 'filter: all': back, scroll }).map(([name, one]) => [
      name, whole(one.took_ms), String(one.frames), String(one.late), one.longest_ms.toFixed(0),
    ]),
  );

export function goals({ pages, lighthouse, rows }) {
  const slowest = Math.max(pages['sign-in'].ready_ms.median, pages.overview.ready_ms.median);
  const scripts = Math.max(pages['sign-in'].js_gzip_bytes, pages.overview.js_gzip_bytes);
  const worst = (name, form) => Math.min(...Object.entries(lighthouse).filter(([key]) => key.endsWith(form)).map(([, one]) => one[name]));
  const list = Math.max(rows.filter.took_ms, rows.back.took_ms);
  const lines = [
    ['first page with its content, ms', 'below 1,000', slowest, slowest < 1000],
    ['JavaScript on the first page, by gzip, kB', 'below 300', scripts / 1000, scripts < 300_000],
    ['Lighthouse performance, desktop', '95 or more', worst('performance', 'desktop'), worst('performance', 'desktop') >= 95],
    ['Lighthouse performance, mobile', '95 or more', worst('performance', 'mobile'), worst('performance', 'mobile') >= 95],
    ['Lighthouse accessibility', '95 or more', worst('accessibility', ''), worst('accessibility', '') >= 95],
    ['another filter of the list, ms', 'below 200', list, list < 200],
    ['frames later than 50 ms while scrolling', '0', rows.scroll.late, rows.scroll.late === 0],
  ];
  return table(['goal', 'wanted', 'measured', 'reached'], lines.map(([name, wanted, value, good]) => [name, wanted, whole(value), good ? 'yes' : '**no**']));
}
