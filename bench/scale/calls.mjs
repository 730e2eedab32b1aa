import { sampleOrder } from "../lib/sample_order.mjs";

// What a till sends, by number: call i of a kind goes to account i mod SHOPS, so that neighbours in time are of different shops.
export const customerOf = (i) => ({ email: `buyer${i}@shop.example`, mobile: `+4670${String((i * 7_654_321) % 10_000_000).padStart(7, "0")}` });

const accountOf = (shop, i) => shop.accounts[i % shop.accounts.length];

export const calls = (shop) => ({
  registration: (i) => ({
    method: "POST",
    path: "/sitoo/v1/contacts",
    headers: accountOf(shop, i).token,
    body: { ...customerOf(i), namefirst: "Anna", namelast: "Andersson", acceptsemail: true, invoiceaddress: { address: "Storgatan 1", zip: "11122", city: "Stockholm" } },
  }),
  search: (i) => ({ path: `/sitoo/v1/contacts?key=${encodeURIComponent(customerOf(i).mobile)}`, headers: accountOf(shop, i).token }),
  card: (i) => ({ path: `/sitoo/v2/customers?key_type=email&key=${encodeURIComponent(customerOf(i).email)}`, headers: accountOf(shop, i).basic }),
  unknown: (i) => ({ path: `/sitoo/v1/contacts?key=nobody${i}%40shop.example`, headers: accountOf(shop, i).token }),
  sale: (run) => (i) => ({ method: "POST", path: "/sitoo/v1/transactions", headers: accountOf(shop, i).token, body: sampleOrder(`${run}-${i}`, customerOf(i).email) }),
  anonymous: (i) => ({ method: "POST", path: "/sitoo/v1/transactions", headers: accountOf(shop, i).token, body: sampleOrder(`anonymous-${i}`, undefined) }),
  redemption: (i) => ({
    method: "POST",
    path: "/sitoo/v1/redeem",
    headers: accountOf(shop, i).token,
    body: { bonus_check_ids: [`B-${i}`], promotion_ids: [], receipt_id: `redeemed-${i}` },
  }),
  // Ten events a body, as Sitoo sends them; all of one account, since the sandbox has one.
  events: (ids) => (i) => ({
    method: "POST",
    path: "/sitoo/events",
    headers: shop.accounts[0].basic,
    body: ids.slice(i * 10, i * 10 + 10).map((id) => ({
      event_id: `event-${id}`,
      event_type: "order",
      event_date: Math.floor(Date.now() / 1000),
      account_id: 1500,
      data: { eshop_id: 1, order_id: id, order_event_type: "add", order_state_changed: "closed" },
    })),
  }),
});

// A file of bonus checks for one account: check B-i of customer i.
export function checksFile(shop, account, count) {
  const rows = [["E-post", "Bonuscheck-id", "Namn", "Värde", "Valuta", "Giltig t.o.m."]];
  for (let i = account; i < count; i += shop.accounts.length) rows.push([customerOf(i).email, `B-${i}`, "Vårcheck", "100,00", "SEK", "2099-12-31"]);
  return Buffer.from(rows.map((row) => row.join("\t")).join("\r\n"));
}
