// Sitoo REST: an order of any number, always with the same buyer (bench/load/shop.cpp: buyer_of).
import { sampleOrder } from "../lib/sample_order.mjs";

const customers = Number(process.env.CUSTOMERS ?? 1_000);

export function orderOf(id) {
  const buyer = Number((BigInt(id) * 7_919n) % BigInt(customers));
  return { ...sampleOrder(Number(id), `customer${buyer}@shop${buyer % 97}.example`), eshopid: 1 };
}

export function sitooAnswer(url) {
  if (url.pathname.endsWith("/sites.json")) return { totalcount: 1, items: [{ eshopid: 1 }] };
  if (url.pathname.endsWith("/pos-z-reports")) return [];
  const ids = (url.searchParams.get("orderid") ?? "").split(",").filter(Boolean);
  return { totalcount: ids.length, items: ids.map(orderOf) };
}
