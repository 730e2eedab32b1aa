import assert from "node:assert/strict";
import { test } from "node:test";
import { accountSizes, picker, sizeClasses } from "./accounts.mjs";
import { jobsPerSecond, loads, lookRound, rowsPerBatch, walls } from "./capacity.mjs";
import { Clock } from "./clock.mjs";
import { simulateDay } from "./day.mjs";
import { habits, mixOf, peakSalesPerSecond, salesPerSecond } from "./demand.mjs";
import { cumulative, deployment } from "./deployment.mjs";
import { quantiles, simulateMoment } from "./moment.mjs";
import { exponential, poisson, randomFrom } from "./random.mjs";
import { sampleWork as work } from "./sample_work.mjs";
import { Log, Station } from "./stations.mjs";
import { perBatchAndRow, workOf } from "./work.mjs";

const near = (value, wanted, share) => assert.ok(Math.abs(value - wanted) <= share * wanted, `${value} is not near ${wanted}`);

test("the same seed gives the same numbers, another one others", () => {
  const draw = (seed) => Array.from({ length: 5 }, randomFrom(seed));
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
});

test("random numbers have the mean that was asked for", () => {
  const random = randomFrom(1);
  const mean = (draw) => Array.from({ length: 20_000 }, draw).reduce((sum, value) => sum + value, 0) / 20_000;
  near(mean(() => poisson(random, 3)), 3, 0.03);
  near(mean(() => poisson(random, 200)), 200, 0.03);
  near(mean(() => exponential(random, 2)), 2, 0.03);
});

test("what is due first happens first, and at one moment in the order of asking", () => {
  const clock = new Clock();
  const seen = [];
  for (const [seconds, name] of [[3, "c"], [1, "a"], [2, "b"], [1, "a2"]]) clock.in(seconds, () => seen.push(name));
  clock.in(9, () => seen.push("late"));
  clock.runUntil(5);
  assert.deepEqual(seen, ["a", "a2", "b", "c"]);
  assert.equal(clock.now, 5);
});

test("a thousand events come out in order", () => {
  const clock = new Clock();
  const random = randomFrom(3);
  const seen = [];
  for (let i = 0; i < 1000; ++i) clock.in(random() * 10, () => seen.push(clock.now));
  clock.runUntil(10);
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
  assert.equal(seen.length, 1000);
});

test("a queue with one place waits as long as the formula says", () => {
  const clock = new Clock();
  const random = randomFrom(5);
  const station = new Station(clock, 1);
  const waits = [];
  const arrive = () => {
    const since = clock.now;
    station.serve(exponential(random, 0.7), () => waits.push(clock.now - since));
    clock.in(exponential(random, 1), arrive);
  };
  arrive();
  clock.runUntil(200_000);
  near(waits.reduce((sum, one) => sum + one, 0) / waits.length, 0.7 / (1 - 0.7), 0.05); // M/M/1
  near(station.use(200_000), 0.7, 0.02);
});

test("commits that wait share a flush", () => {
  const clock = new Clock();
  const log = new Log(clock, 1);
  let done = 0;
  for (let i = 0; i < 10; ++i) log.commit(() => ++done);
  clock.runUntil(5);
  assert.equal(done, 10);
  assert.equal(log.flushes, 2); // the first alone, the others together
});

test("the sizes of accounts have a long tail, and large ones are drawn more often", () => {
  const sizes = accountSizes(10_000);
  const classes = sizeClasses(sizes);
  assert.equal(classes[0].tills, 600);
  assert.ok(classes.at(-1).accounts > 5000);
  assert.equal(classes.reduce((sum, { accounts }) => sum + accounts, 0), 10_000);
  const pick = picker(sizes);
  const random = randomFrom(1);
  let large = 0;
  for (let i = 0; i < 20_000; ++i) if (sizes.tills[pick(random)] >= 100) ++large;
  const share = sizes.tills.filter((tills) => tills >= 100).reduce((sum, tills) => sum + tills, 0) / sizes.sum;
  near(large / 20_000, share, 0.1);
});

test("a day's sales are what the tills make, and the busiest hour is the busiest", () => {
  let sales = 0;
  let most = 0;
  for (let minute = 0; minute < 1440; ++minute) {
    const rate = salesPerSecond(100, minute / 60);
    sales += rate * 60;
    most = Math.max(most, rate);
  }
  near(sales, 100 * habits.sales_per_till, 0.001);
  assert.ok(most <= peakSalesPerSecond(100) * 1.0001);
});

test("every sale is a copy, an anonymous copy or an event", () => {
  const mix = mixOf();
  near(mix.copy + mix.anonymous + mix.event, 1, 1e-9);
});

test("a cost is told apart into that of the batch and that of the row", () => {
  const { batch, row } = perBatchAndRow(600 + 400, 600 / 20 + 400, 20);
  near(batch, 600, 1e-6);
  near(row, 400, 1e-6);
});

test("measured costs become the work that the simulation knows", () => {
  const per_unit = { tills_us: 300, leader_us: 700, background_us: 200, database_us: 500, database_waits: 9, wal_bytes: 3000, rule_calls: 1 };
  const one = (changes = {}) => ({ units: 800, per_unit: { ...per_unit, ...changes } });
  const both = { accepted: one({ leader_us: 0 }), delivered: one({ tills_us: 0, leader_us: 400 }) };
  const calm = Object.fromEntries(["search", "card", "unknown", "anonymous", "registration", "sale"].map((kind) => [kind, one({ tills_us: 600 })]));
  const postgres = { accounts: 40, search: one(), card: one(), unknown: one(), anonymous: one(), registration: both, sale: both, redemption: both, calm };
  Object.assign(postgres, { paced: one({ leader_us: 1000, database_us: 1700, database_waits: 28 }), event: one({ leader_us: 1500, rule_calls: 0.5 }) });
  const accounts = { rows: [{ per_second: { job_looks: 1000, leader_us: 60_000, background_us: 18_000, database_us: 57_000 } }] };
  const made = workOf({ postgres, accounts });
  assert.deepEqual(Object.keys(made).sort(), Object.keys(work).sort());
  near(made.copy.node, 600e-6, 1e-9); // one by one, not in a crowd
  near(made.redemption.node, 600e-6, 1e-9); // measured in a crowd only, and dearer by as much
  near(made.look.leader, 60e-6, 1e-9);
  near(made.delivery.leader.batch + made.delivery.leader.row, 1000e-6, 1e-6);
  near(made.fetch.leader, (1500 - 0.5 * 400) * 1e-6, 1e-6);
});

test("twice the sales are twice the load, and nodes share it", () => {
  const once = loads(work, deployment(), 1000, 10);
  const twice = loads(work, deployment(), 1000, 20);
  near(twice["writing sessions of a node"], 2 * once["writing sessions of a node"], 1e-9);
  near(loads(work, deployment({ nodes: 4 }), 1000, 10)["writing sessions of a node"], once["writing sessions of a node"] / 2, 1e-9);
});

test("a question for every account and kind of job was the first wall, and is none", () => {
  const [first] = walls(work, deployment({ looks: "each" }), 6);
  assert.equal(first.resource, "the leader's look at every account");
  assert.ok(first.accounts < 3000);
  assert.notEqual(walls(work, deployment(), 6)[0].resource, "the leader's look at every account");
});

test("each remedy moves the first wall outwards or leaves it", () => {
  const first = cumulative().slice(0, 7).map(({ deployment: d }) => walls(work, d, 6)[0].accounts);
  for (let i = 1; i < first.length; ++i) assert.ok(first[i] >= first[i - 1] * 0.98, `${first}`);
});

test("jobs starve where the round takes longer than the time between two", () => {
  const d = deployment({ looks: "each" });
  assert.ok(lookRound(work, d, 10_000) > 20);
  assert.ok(jobsPerSecond(work, d, 10_000) < 0.3);
  assert.ok(jobsPerSecond(work, d, 100) > 50);
});

test("rows that wait of few accounts share batches", () => {
  const classes = [{ tills: 1, accounts: 100 }];
  near(rowsPerBatch(classes, 100, 0.01), 1, 0.01);
  near(rowsPerBatch(classes, 100, 2000), 20, 0.01);
  assert.equal(rowsPerBatch(classes, 100, 1e6), 64);
});

test("a day with room keeps nothing waiting, one without room tells late but tells all that it can", () => {
  const quiet = simulateDay(work, deployment({ looks: "due" }), 1000, 1);
  assert.equal(quiet.late_s, 0);
  const black = simulateDay(work, deployment(), 50_000, 6);
  assert.ok(black.late_s > 60);
  assert.deepEqual(simulateDay(work, deployment(), 1000, 6, 3), simulateDay(work, deployment(), 1000, 6, 3));
});

test("a moment without crowd takes as long as its parts", () => {
  const moment = simulateMoment(work, deployment(), 100, 5, { seconds: 60 });
  const { search, sale, told } = moment.times;
  near(search.p50, (100 + 100) * 1e-6 + 0.3e-3, 2.5); // one trip or three
  assert.ok(sale.p50 > 3.2e-3 && sale.p50 < 6e-3, `${sale.p50}`);
  assert.ok(told.p50 > 0.15 && told.p50 < 0.6, `${told.p50}`);
  assert.ok(moment.rows_per_batch < 1.2);
});

test("a crowd waits longer, and for the leader longest", () => {
  const calm = simulateMoment(work, deployment(), 2000, 20, { seconds: 10 });
  const crowd = simulateMoment(work, deployment(), 2000, 600, { seconds: 10 });
  assert.ok(crowd.times.told.p99 > calm.times.told.p99);
  assert.ok(crowd.rows_per_batch > calm.rows_per_batch);
  assert.ok(crowd.use.nodes > 10 * calm.use.nodes);
});

test("quantiles of nothing are nothing", () => {
  assert.deepEqual(quantiles([]), { count: 0, p50: null, p99: null });
  assert.deepEqual(quantiles([3, 1, 2]), { count: 3, p50: 2, p99: 2 });
});
