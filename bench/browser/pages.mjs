// The admin pages in a browser, on both programs with sample data. Results: build/bench/pages.json
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';
import { machine } from '../lib/machine.mjs';
import { summary } from '../lib/numbers.mjs';
import { formNames, scoresOf } from './lighthouse.mjs';
import { manyRows } from './many_rows.mjs';
import { goals, lighthouseTable, pageTable, rowTable } from './pages_tables.mjs';
import { fillDeliveries, openShop } from './shop.mjs';
import { visit } from './visit.mjs';

const rounds = Number(process.argv[2] ?? 5);
const deliveries = Number(process.argv[3] ?? 100_000);
const names = ['overview', 'deliveries', 'orders', 'jobs', 'imports', 'marketing', 'doctor', 'settings'];
const say = (text) => process.stderr.write(`${text}\n`);

const about = machine();
const shop = await openShop();
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const pages = [
  { name: 'sign-in', url: `${shop.adminUrl}/`, cookie: undefined },
  ...names.map((name) => ({ name, url: `${shop.adminUrl}/accounts/${shop.account}/${name}`, cookie: shop.cookie })),
];

async function repeated(times, measure) {
  const all = [];
  for (let round = 0; round < times; ++round) all.push(await measure());
  return all;
}

const medians = (all, keys) => Object.fromEntries(keys.map((key) => [key, summary(all.map((one) => one[key]))]));

async function visits() {
  const result = {};
  for (const { name, url, cookie } of pages) {
    const all = await repeated(rounds, () => visit(browser, url, cookie));
    result[name] = { ...all[0], ...medians(all, ['first_paint_ms', 'ready_ms']) };
    say(`${name}: there after ${result[name].ready_ms.median.toFixed(0)} ms`);
  }
  return result;
}

async function lighthouseScores() {
  const result = {};
  for (const { name, url, cookie } of pages.slice(0, 2))
    for (const form of formNames) {
      // An odd number, so that the median is a run.
      const all = await repeated(3, () => scoresOf(browser, url, cookie, form));
      const byPerformance = all.sort((one, other) => one.performance - other.performance);
      result[`${name}, ${form}`] = { ...byPerformance[1], lowest: byPerformance[0].performance, highest: byPerformance[2].performance };
      say(`${name}, ${form}: performance ${byPerformance[1].performance}, accessibility ${byPerformance[1].accessibility}`);
    }
  return result;
}

try {
  const measured = await visits();
  const lighthouse = await lighthouseScores();
  fillDeliveries(shop, deliveries);
  const rows = await manyRows(browser, shop.adminUrl, shop.cookie);
  const result = { machine: about, settings: { rounds, deliveries }, pages: measured, lighthouse, rows };
  fs.writeFileSync('build/bench/pages.json', JSON.stringify(result, null, 2));
  say(`load average ${about.load_before.toFixed(1)} when it began`);
  console.log([pageTable(measured), lighthouseTable(lighthouse), rowTable(rows, deliveries), goals(result)].join('\n\n'));
} finally {
  await browser.close();
  await shop.stop();
}
