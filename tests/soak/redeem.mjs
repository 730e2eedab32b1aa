// Tills of two nodes race for the same bonus checks: script/soak redeem [--count 1000000] [--seed N] [--connections 64]
// Each check is asked for a hundred times, mostly in parts, and is worth a few; every seventh request repeats one that was just sent,
// often while that is still under way at the other node.
import { pause } from './calls.mjs';
import { options, report, say } from './options.mjs';
import { randomFrom } from './random.mjs';
import { giveChecks, key, redemptionText, register } from './shop.mjs';
import { postgresStore } from './store.mjs';
import { openSystem } from './system.mjs';
import { openWire } from './wire.mjs';

const wanted = options({ count: 1_000_000, seed: 1, connections: 64 });
const asked_per_check = 100;
const racing = 8; // checks that are asked for at the same time
const value_minor = 10_000;
const amounts_minor = [500, 1_000, 2_550, 4_000, 9_990, 0]; // 0: all that is left
const [accepted, refused] = [1, 2];

const checkCount = Math.ceil(wanted.count / asked_per_check);
const random = randomFrom(wanted.seed);
const checkOf = new Int32Array(wanted.count);
const amountOf = new Int32Array(wanted.count);
const answered = new Uint8Array(wanted.count); // by the receipt's number
const counts = { accepted: 0, refused: 0, repeated: 0, refused_for_now: 0 };

const text = (minor) => (minor === 0 ? '' : (minor / 100).toFixed(2));

let next = 0;
/** The number of a receipt: a new one, or one that was just sent. */
function take() {
  const number = next++;
  if (number > racing && random.chance(1 / 7)) {
    ++counts.repeated;
    answered[number] = 0;
    checkOf[number] = -1;
    for (let back = 1 + random.below(racing); back < number; ++back) if (checkOf[number - back] >= 0) return number - back;
  }
  checkOf[number] = Math.min(checkCount - 1, Math.floor(number / asked_per_check) + random.below(racing));
  amountOf[number] = amounts_minor[random.below(amounts_minor.length)];
  return number;
}

async function work(port, faults) {
  const wire = openWire(port, key);
  while (next < wanted.count && faults.length < 20) {
    const receipt = take();
    const body = redemptionText(`B${checkOf[receipt]}`, `R${receipt}`, text(amountOf[receipt]));
    let status = 0;
    for (;;) {
      status = await wire.send('POST', '/sitoo/v1/redeem', body);
      if (status !== 503 && status !== 429) break;
      ++counts.refused_for_now;
      await pause(20);
    }
    const is = status === 200 ? accepted : status === 409 || status === 400 ? refused : 0;
    if (is === 0) faults.push(`receipt R${receipt} was answered ${status}`);
    if (answered[receipt] && answered[receipt] !== is) faults.push(`receipt R${receipt} was answered in two ways`);
    answered[receipt] = is;
    ++counts[is === accepted ? 'accepted' : 'refused'];
  }
  wire.close();
}

/** What the ledger says of what was answered. */
function verify(store, faults) {
  const entries = new Uint8Array(wanted.count);
  const spent = new Float64Array(checkCount);
  for (const [check, receipt, change] of store.rows(`SELECT check_id, receipt, -change_minor FROM bonus_entries WHERE kind = 'redeemed'`)) {
    const number = Number(receipt.slice(1));
    const amount = Number(change);
    spent[Number(check.slice(1))] += amount;
    ++entries[number];
    if (answered[number] !== accepted) faults.push(`${receipt} stands in the ledger and was refused`);
    if (check !== `B${checkOf[number]}`) faults.push(`${receipt} was taken of ${check}`);
    if (amountOf[number] > 0 && amount !== amountOf[number]) faults.push(`${receipt} took ${amount}, not ${amountOf[number]}`);
  }
  for (let i = 0; i < wanted.count; ++i)
    if (answered[i] === accepted && entries[i] !== 1) faults.push(`R${i} was answered 200 and stands ${entries[i]} times in the ledger`);
  let overspent = 0;
  for (const [check, value, remaining] of store.rows('SELECT check_id, value_minor, remaining_minor FROM bonus_checks')) {
    const total = spent[Number(check.slice(1))];
    if (total > Number(value)) ++overspent;
    if (Number(value) - total !== Number(remaining)) faults.push(`${check}: ${remaining} left of ${value}, ${total} spent`);
  }
  if (overspent > 0) faults.push(`${overspent} bonus checks are overspent`);
  const rows = store.rows(`SELECT count(*), sum(amount_minor) FROM bonus_redemptions WHERE state = 'redeemed'`)[0].map(Number);
  const total = spent.reduce((sum, one) => sum + one, 0);
  if (rows[1] !== total) faults.push(`the redemptions are ${rows[1]}, the ledger says ${total}`);
  return { redemptions: rows[0], overspent, spent: `${(total / 100).toFixed(2)}` };
}

const store = postgresStore('soak_redeem');
const system = await openSystem('redeem', { store, count: 2, settings: { 'log.level': 'warn' } });
await register(system.nodes[0].port, 'first@shop.se');
const checks = Array.from({ length: checkCount }, (_, i) => ({ email: `c${i % 1000}@shop.se`, id: `B${i}`, value: (value_minor / 100).toFixed(2) }));
await giveChecks(system, checks);
say(`${checkCount} bonus checks are there`);
const faults = [];
const began = performance.now();
const timer = setInterval(() => say(`${next} sent, ${counts.accepted} accepted`), 30_000);
await Promise.all(Array.from({ length: wanted.connections }, (_, i) => work(system.nodes[i % 2].port, faults)));
clearInterval(timer);
const seconds = (performance.now() - began) / 1000;
const found = verify(store, faults);
await system.close();
report('redeem', { requests: wanted.count, per_second: (wanted.count / seconds).toFixed(0), seconds: seconds.toFixed(0), connections: wanted.connections, nodes: 2, checks: checkCount, ...counts, ...found }, faults);
