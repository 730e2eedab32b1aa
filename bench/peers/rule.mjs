// What the rivals' workers say to Rule and ask of Sitoo: the same calls as Kassabro's, many orders in one.
import http from "node:http";

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const base = new URL(process.env.MOCK_URL);

function call(method, path, body) {
  const content = body === undefined ? "" : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: base.hostname, port: base.port, path, method, agent, headers: { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(content) } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (text += part));
        answer.on("end", () => (answer.statusCode < 300 ? resolve(JSON.parse(text)) : reject(new Error(`${path}: ${answer.statusCode}`))));
      },
    );
    request.on("error", reject);
    request.end(content);
  });
}

const field = (name, value, type = "text") => ({ key: `Sitoo-Order.${name}`, value, type });

function entryOf(order) {
  return {
    email: order.email,
    fields: [
      field("orderid", order.orderid),
      field("receiptid", order.receiptid ?? ""),
      field("orderdate", new Date(order.orderdate * 1000).toISOString().slice(0, 19).replace("T", " "), "datetime"),
      field("type", "sale"),
      field("total", order.moneytotal_gross_all),
      field("net", order.moneyfinal_net),
      field("vat", order.moneyfinal_vat),
      field("currency", order.currencycode),
      field("payments", order.payments.map((payment) => payment.name), "multiple"),
      field("storeid", order.additionaldata["store-externalid"]),
      field("store", order.additionaldata["store-name"]),
      field("register", order.registerid),
      field("itemcount", String(order.orderitems.length)),
      field("names", order.orderitems.map((item) => item.productname), "multiple"),
      field("skus", order.orderitems.map((item) => item.sku), "multiple"),
      field("products", JSON.stringify(order.orderitems), "json"),
    ],
  };
}

export async function deliver(orders) {
  if (orders.length === 0) return;
  const entries = orders.map(entryOf);
  await call("POST", "/rule/api/v2/subscribers", {
    update_on_duplicate: true,
    automation: "reset",
    tags: ["OrderCompleted"],
    subscribers: entries.length === 1 ? entries[0] : entries,
  });
}

export async function fetchOrders(wanted) {
  if (wanted.length === 0) return [];
  const ids = wanted.map((data) => data.order_id);
  const page = await call("GET", `/sitoo/v2/accounts/1500/orders.json?eshopid=${wanted[0].eshop_id}&orderid=${ids}&start=0&num=${ids.length}`);
  return page.items;
}
