// The primary is killed while tills search and sell: they go on searching, sell again within half a minute, and nothing that was taken is lost,
// or told to Rule twice. Then a node is killed, and the primary comes back as a standby.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openCluster } from './cluster.mjs';
import { ordersInRule, registerTills, startLoad } from './load.mjs';

const sellers = 6;
const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1000));

async function until(holds, what, patience = 60) {
  for (let i = 0; i < patience * 5; ++i) {
    if (await holds()) return;
    await seconds(0.2);
  }
  assert.fail(`not within ${patience} s: ${what}`);
}

/** The longest time without a sale that was taken. */
function longestGap(sales, from) {
  let last = from;
  let longest = 0;
  for (const { at, status } of sales.filter((sale) => sale.at >= from && sale.status === 200)) {
    longest = Math.max(longest, at - last);
    last = at;
  }
  return Math.max(longest, 0);
}

function told(calls) {
  const counts = new Map();
  for (const { status } of calls) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} × ${status || 'no answer'}`).join(', ');
}

describe('A cluster', { concurrency: false }, () => {
  let cluster;
  let load;
  before(async () => {
    cluster = await openCluster(15400);
    await registerTills(cluster.addresses.front, sellers);
  }, { timeout: 240_000 });
  after(async () => {
    await load?.stop();
    await cluster?.close();
  });

  const count = async (sql) => Number((await cluster.ask(`sql ${sql}`))[0]);

  it('goes on when its primary is killed', { timeout: 180_000 }, async () => {
    load = startLoad(cluster.addresses.front, { sellers });
    await seconds(5);
    const [primary] = await cluster.ask('primary');
    const killedAt = Date.now();
    await cluster.ask(`kill pg${primary}`);
    await until(async () => load.sales.some(({ at, status }) => status === 200 && at > killedAt + 2_000), 'a sale after the failover', 40);
    await seconds(5);
    const after = load.searches.filter(({ at }) => at >= killedAt);
    console.log(`failover: no sale was taken for ${longestGap(load.sales, killedAt)} ms; sales ${told(load.sales)}; searches meanwhile ${told(after)}`);
    assert.ok(longestGap(load.sales, killedAt) < 30_000);
    assert.ok(after.every(({ took }) => took < 10_000), 'no till waits longer than ten seconds');
    const failed = after.filter(({ status }) => status !== 200).length;
    assert.ok(failed <= after.length / 10, `${failed} of ${after.length} searches were not answered`);
    await cluster.ask(`start pg${primary}`);
  });

  it('goes on when a node is killed', { timeout: 120_000 }, async () => {
    const killedAt = Date.now();
    await cluster.ask('kill node1');
    await until(async () => load.sales.filter(({ at, status }) => status === 200 && at > killedAt + 1_000).length > 20, 'sales after the node is gone', 30);
    console.log(`a node gone: no sale was taken for ${longestGap(load.sales, killedAt)} ms`);
    assert.ok(longestGap(load.sales, killedAt) < 10_000);
    await cluster.ask('start node1');
  });

  it('has lost nothing that was taken, and told Rule once', { timeout: 180_000 }, async () => {
    await load.stop();
    const taken = [...new Set(load.sales.filter(({ status }) => status === 200).map(({ id }) => id))];
    assert.ok(taken.length > 50, `only ${taken.length} sales`);
    await until(async () => (await count(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')`)) === 0, 'everything delivered', 120);
    const stored = new Set((await cluster.ask('sql SELECT order_id FROM orders')).map(Number));
    assert.deepEqual(taken.filter((id) => !stored.has(id)), [], 'taken, and not stored');
    assert.equal(await count(`SELECT count(*) FROM outbox WHERE state = 'parked'`), 0);
    const inRule = await ordersInRule(cluster.addresses.sandbox);
    const wrong = taken.filter((id) => inRule.get(id) !== 1).map((id) => `${id}: ${inRule.get(id) ?? 0}`);
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} not told exactly once`);
    console.log(`${taken.length} sales were taken, all of them stored and told once`);
  });

  it('has three members again', { timeout: 120_000 }, async () => {
    await until(async () => (await cluster.ask('list')).filter((line) => /running|streaming/.test(line)).length === 3, 'three members');
  });
});
