// Tills that search and sell without a pause, and what became of each call.
const token = 'rk_cluster_test';
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const patience = 10_000; // a till's

async function timed(url, options) {
  const start = performance.now();
  try {
    const answer = await fetch(url, { ...options, headers, signal: AbortSignal.timeout(patience) });
    await answer.text();
    return { at: Date.now(), status: answer.status, took: performance.now() - start };
  } catch (failure) {
    return { at: Date.now(), status: 0, took: performance.now() - start, failure: String(failure.cause ?? failure) };
  }
}

const order = (id, email) =>
  JSON.stringify({
    orderid: id, orderdate: Math.floor(Date.now() / 1000), orderstateid: 10, currencycode: 'SEK', email, moneytotal_gross_all: '100.00',
    moneyfinal_net: '80.00', moneyfinal_vat: '20.00', additionaldata: { 'pos-receiptid': `R${id}` }, payments: [{ name: 'Card', moneyamount: '100.00' }],
    orderitems: [
      { orderitemid: 0, sku: '1', productname: 'Shirt', quantity: 1, vatvalue: 25, moneyitemtotal_net: '80.00', moneyitemtotal_vat: '20.00' },
    ],
  });

export function startLoad(front, { sellers = 6, searchers = 2 } = {}) {
  const base = `http://${front}/sitoo/v1`;
  const sales = [];
  const searches = [];
  let running = true;
  let next = 1;
  // A till tells its sale again until it is taken, as Sitoo does.
  const sell = async (till) => {
    while (running) {
      const id = next++;
      for (;;) {
        const call = await timed(`${base}/transactions`, { method: 'POST', body: order(id, `c${till}@shop.se`) });
        sales.push({ ...call, id });
        if (call.status === 200 || !running) break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const search = async (till) => {
    while (running) {
      searches.push(await timed(`${base}/contacts?key=c${till % sellers}@shop.se`, {}));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = [...Array.from({ length: sellers }, (_, i) => sell(i)), ...Array.from({ length: searchers }, (_, i) => search(i))];
  return { sales, searches, stop: async () => { running = false; await Promise.all(all); } };
}

export async function registerTills(front, count) {
  for (let i = 0; i < count; ++i) {
    const answer = await fetch(`http://${front}/sitoo/v1/contacts`, { method: 'POST', headers, body: JSON.stringify({ email: `c${i}@shop.se` }) });
    if (!answer.ok) throw new Error(`registering: ${answer.status} ${await answer.text()}`);
  }
}

/** How often each order stands in Rule, by its id. */
export async function ordersInRule(sandbox) {
  const { subscribers } = await (await fetch(`http://${sandbox}/control/rule/accounts/${token}/dump`)).json();
  const counts = new Map();
  for (const { groups } of subscribers)
    for (const { records = [] } of groups.filter(({ name }) => name === 'Sitoo-Order'))
      for (const { values } of records) {
        const id = Number(values.find(({ name }) => name === 'orderid').value);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
  return counts;
}
