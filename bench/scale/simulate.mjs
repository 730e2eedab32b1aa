// The capacity model and the simulation with the costs of build/bench/costs.json. Results: build/bench/scale.json
import fs from "node:fs";
import { machine } from "../lib/machine.mjs";
import { results } from "../lib/servers.mjs";
import { accountSizes, shape, sizeClasses } from "./sim/accounts.mjs";
import { jobsPerSecond, lookRound, loads, tillsPerAccount, walls } from "./sim/capacity.mjs";
import { simulateDay } from "./sim/day.mjs";
import { habits, mixOf, peakSalesPerSecond, salesPerSecond } from "./sim/demand.mjs";
import { cumulative, deployment, product } from "./sim/deployment.mjs";
import { simulateMoment } from "./sim/moment.mjs";
import { workOf } from "./sim/work.mjs";

const seed = Number(process.argv[2] ?? 1);
const sizes = [1_000, 10_000, 100_000];
const black = habits.black_friday;
const costs = JSON.parse(fs.readFileSync(`${results}/costs.json`, "utf8"));
const work = workOf(costs);
const say = (text) => process.stderr.write(`${text}\n`);

// What one core, one node, one database carries in the busiest hour of Black Friday, each by itself at 70 %.
function shopsPer(work) {
  const d = deployment({ nodes: 1, cores: 1, databases: 1, database_cores: 1, looks: "due" });
  const used = loads(work, d, 1000, peakSalesPerSecond(1000 * tillsPerAccount, black));
  const of = (name) => (0.7 / used[name]) * 1000;
  return { core_of_a_node: of("processors of the nodes"), core_of_the_database: of("processors of PostgreSQL"), node_by_sessions: of("writing sessions of a node"), leader_by_sessions: of("writing sessions of the leader") };
}

// Some seconds of each third hour. Where a queue of deliveries has built up since the morning, it is the day's queue that a sale waits in.
function moments(d, accounts, day) {
  const tills = accountSizes(accounts).sum;
  return [3, 9.5, 12.5, 15.5, 18.5].map((hour) => {
    const sales = salesPerSecond(tills, hour, black);
    const seconds = Math.max(2, Math.min(60, 6000 / Math.max(sales, 1)));
    const slice = day.minutes[Math.floor(hour * 60)];
    const moment = sales > 0 ? simulateMoment(work, d, accounts, sales, { seconds, warm: Math.min(5, seconds), seed }) : null;
    return { hour, sales, late_s: slice.late_s, waiting_before: slice.waiting, tills_in_use: slice.tills, ...moment };
  });
}

function run(name, d, accounts) {
  const day = simulateDay(work, d, accounts, black, seed);
  const found = moments(d, accounts, day);
  const noon = found.find(({ hour }) => hour === 12.5);
  const { minutes, ...sums } = day;
  say(
    `${String(accounts).padStart(7)} accounts, ${name}: ${noon.sales.toFixed(0)} sales/s, search p99 ${(noon.times.search.p99 * 1e3).toFixed(1)} ms, sale p99 ${(noon.times.sale.p99 * 1e3).toFixed(1)} ms, told p50 ${(noon.times.told.p50 ?? NaN).toFixed(2)} s, late at most ${sums.late_s.toFixed(0)} s`,
  );
  return {
    name,
    accounts,
    deployment: d,
    ...sums,
    jobs: { wanted: (accounts * habits.jobs_per_account) / 86_400, done: jobsPerSecond(work, d, accounts) * d.leaders, round_s: lookRound(work, d, accounts) },
    longest_queue: Math.max(...minutes.map(({ waiting }) => waiting)),
    hours: minutes.filter((_, i) => i % 60 === 30).map(({ hour, sales, waiting, late_s, rows, leader, tills }) => ({ hour, sales, waiting, late_s, rows, leader, tills })),
    moments: found,
  };
}

const steps = cumulative();
const due = { looks: "due", fetches_at_once: 256, cores: 8 };
const eight = deployment({ ...due, nodes: 8, leaders: 8, replicas: 2 });
const sixteen = deployment({ ...due, nodes: 16, leaders: 16, replicas: 2 });
const many = deployment({ ...due, nodes: 16, leaders: 16, databases: 4 });
const runs = [
  ...sizes.map((accounts) => run("as it is", deployment(), accounts)),
  ...sizes.slice(1).map((accounts) => run("8 nodes that all lead, 2 replicas", eight, accounts)),
  run("16 nodes that all lead, 2 replicas", sixteen, sizes.at(-1)),
  run("16 nodes that all lead, 4 PostgreSQL", many, sizes.at(-1)),
];

fs.writeFileSync(
  `${results}/scale.json`,
  JSON.stringify(
    {
      machine: machine(),
      costs_of: costs.postgres.machine,
      seed,
      habits,
      shape: { ...shape, mean: tillsPerAccount, largest: sizeClasses(accountSizes(100_000)).slice(0, 3) },
      mix: mixOf(),
      product,
      base: deployment(),
      work,
      shops_per: { one_by_one: shopsPer(work), in_a_crowd: shopsPer(workOf(costs, { in_a_crowd: true })) },
      walls: steps.map(({ name, deployment: d }) => ({ name, ordinary: walls(work, d, 1), black: walls(work, d, black) })),
      runs,
    },
    null,
    2,
  ),
);
for (const { name, black: found } of JSON.parse(fs.readFileSync(`${results}/scale.json`, "utf8")).walls) say(`${name}: ${found.slice(0, 3).map(({ resource, accounts }) => `${resource} ${Math.round(accounts)}`).join(", ")}`);
