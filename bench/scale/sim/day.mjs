// A day minute by minute: what comes, what each resource carries, what waits. Time-sliced: a queue of millions of sales needs no event
// for each of them, only how much more comes in a minute than goes; how long one sale waits is what moment.mjs says.
import { accountSizes, sizeClasses } from "./accounts.mjs";
import { deliveriesPerSale, loads, rowsPerBatch } from "./capacity.mjs";
import { mixOf, salesPerSecond } from "./demand.mjs";
import { poisson, randomFrom } from "./random.mjs";

const minute = 60;
const of_leader = ["fetches from Sitoo at once", "writing sessions of the leader", "round of accounts with deliveries", "background thread of the leader"];
const of_tills = ["writing sessions of a node", "reading sessions of a node", "processors of the nodes", "processors of PostgreSQL"];

const busiest = (used, names) => Math.max(...names.map((name) => used[name] ?? 0));

// Deliveries that the leaders carry in a second beside what the tills want of the same sessions and processors. Where the tills alone
// want all of them, deliveries still have their turn, as accounts do.
function carried(work, d, accounts, sales, rows, per_sale) {
  const at = Math.max(sales, 1);
  const with_tills = loads(work, d, accounts, at, { rows });
  const own = loads(work, d, accounts, sales, { rows, tells: false });
  const alone = loads(work, d, accounts, at, { rows, tells: false });
  const times = [...of_leader, "processors of PostgreSQL"].map((name) => {
    const wanted = Math.max(with_tills[name] - alone[name], 1e-9);
    return Math.max((1 - own[name]) / wanted, 1 / with_tills[name]);
  });
  return at * per_sale * Math.min(...times);
}

export function simulateDay(work, d, accounts, times, seed = 1) {
  const random = randomFrom(seed);
  const sizes = accountSizes(accounts);
  const classes = sizeClasses(sizes);
  const per_sale = deliveriesPerSale(mixOf());
  const day = { minutes: [], peaks: {}, sales: 0, delivered: 0, late_s: 0, refused: 0 };
  let waiting = 0; // deliveries beyond what is under way
  for (let i = 0; i < 24 * 60; ++i) {
    const sales = poisson(random, salesPerSecond(sizes.sum, (i + 0.5) / 60, times) * minute) / minute;
    const rows = rowsPerBatch(classes, sizes.sum, waiting);
    const used = loads(work, d, accounts, sales, { rows });
    const share = busiest(used, of_leader);
    const come = sales * per_sale;
    const could = carried(work, d, accounts, sales, rows, per_sale);
    const before = waiting;
    waiting = Math.max(0, waiting + (come - could) * minute);
    const gone = come * minute - (waiting - before);
    const late = waiting / could;
    const tills = busiest(used, of_tills);
    if (tills > 1) day.refused += sales * minute * (1 - 1 / tills);
    day.sales += sales * minute;
    day.delivered += gone;
    day.late_s = Math.max(day.late_s, late);
    for (const [name, value] of Object.entries(used)) day.peaks[name] = Math.max(day.peaks[name] ?? 0, value);
    day.minutes.push({ hour: i / 60, sales, waiting, late_s: late, rows, leader: share, tills });
  }
  return day;
}
