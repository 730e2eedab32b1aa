// Sitoo REST: an order of any number, always with the same buyer (bench/load/shop.cpp: buyer_of).
const customers = Number(process.env.CUSTOMERS ?? 1_000);

export function orderOf(id) {
  const buyer = Number((BigInt(id) * 7_919n) % BigInt(customers));
  return {
    orderid: Number(id),
    eshopid: 1,
    receiptid: `R${id}`,
    orderdate: Math.floor(Date.now() / 1000),
    orderstateid: 10,
    ordertypeid: 10,
    currencycode: "SEK",
    moneytotal_gross_all: "597.00",
    moneyfinal_net: "477.60",
    moneyfinal_vat: "119.40",
    registerid: "3",
    email: `customer${buyer}@shop${buyer % 97}.example`,
    orderitems: [
      { sku: "1001-BLUE-M", productname: "Shirt, blue, M", quantity: 1, vatvalue: 25, moneyitemtotal_net: "319.20", moneyitemtotal_vat: "79.80" },
      { sku: "2002", productname: "Socks, three pairs", quantity: 2, vatvalue: 25, moneyitemtotal_net: "158.40", moneyitemtotal_vat: "39.60" },
    ],
    payments: [{ name: "Card", moneyamount: "597.00", cardbrand: "Visa", maskedpan: "************1234" }],
    additionaldata: { "pos-receiptid": `R${id}`, "pos-timezone": "Europe/Stockholm", "store-externalid": "store-7", "store-name": "Drottninggatan", "pos-staffsales-name": "Kim" },
  };
}

export function sitooAnswer(url) {
  if (url.pathname.endsWith("/sites.json")) return { totalcount: 1, items: [{ eshopid: 1 }] };
  if (url.pathname.endsWith("/pos-z-reports")) return [];
  const ids = (url.searchParams.get("orderid") ?? "").split(",").filter(Boolean);
  return { totalcount: ids.length, items: ids.map(orderOf) };
}
