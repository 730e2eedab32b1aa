// A sale as Sitoo tells it, the same for every benchmark: two lines, paid by card, about 900 bytes.
const line = (sku, name, quantity, net, vat) => ({ sku, productname: name, quantity, vatvalue: 25, moneyitemtotal_net: net, moneyitemtotal_vat: vat });

export function sampleOrder(id, email) {
  return {
    orderid: id,
    receiptid: `R${id}`,
    orderdate: Math.floor(Date.now() / 1000),
    orderstateid: 10,
    ordertypeid: 10,
    currencycode: "SEK",
    moneytotal_gross_all: "597.00",
    moneyfinal_net: "477.60",
    moneyfinal_vat: "119.40",
    registerid: "3",
    email,
    orderitems: [line("1001-BLUE-M", "Shirt, blue, M", 1, "319.20", "79.80"), line("2002", "Socks, three pairs", 2, "158.40", "39.60")],
    payments: [{ name: "Card", moneyamount: "597.00", cardbrand: "Visa", maskedpan: "************1234" }],
    additionaldata: { "pos-receiptid": `R${id}`, "pos-timezone": "Europe/Stockholm", "store-externalid": "store-7", "store-name": "Drottninggatan", "pos-staffsales-name": "Kim" },
  };
}
