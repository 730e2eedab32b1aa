// Rule's API v2 and v3 as far as deliveries need it. A subscriber's id is made of the e-mail's number, as bench/fill.cpp links them.
const idOf = (email = "") => 1_000_000_000 + Number(/^customer(\d+)@/.exec(email)?.[1] ?? 0);

const subscriber = (id, email = "") => ({ subscriber: { id, email, phone_number: "", opted_in: true, suppressed: [], tags: [] } });

// Only the fields that name an order are looked at.
function ordersOf(fields = []) {
  return fields.filter((field) => /(^|\.)orderid$/.test(field.key ?? field.field ?? "")).map((field) => String(field.value));
}

function upsert(body, told) {
  const { subscribers } = JSON.parse(body);
  const list = Array.isArray(subscribers) ? subscribers : [subscribers];
  const ids = [];
  for (const entry of list)
    for (const id of ordersOf(entry.fields)) {
      told.note(idOf(entry.email), id);
      ids.push(id);
    }
  const value = Array.isArray(subscribers) ? { message: "Success" } : subscriber(idOf(subscribers.email), subscribers.email);
  return { value, ids };
}

// The first order of an account makes its group by this call, and the record is changed once.
function appendRecord(path, body, told) {
  const ids = (JSON.parse(body).groups ?? []).flatMap((group) => ordersOf(group.values));
  for (const id of ids) told.note(Number(path.split("/").at(-1)), id);
  return { value: { data: { id: 1, historical: true } }, ids };
}

export function ruleAnswer(method, url, body, told) {
  const path = url.pathname.replace(/^\/rule\/api/, "");
  if (method === "POST" && path === "/v2/subscribers") return upsert(body, told);
  if (method === "GET" && path === "/v2/subscribers") return { value: { subscribers: [], meta: {} } };
  if (/^\/v3\/custom-field-data\/\d+$/.test(path) && method === "POST") return appendRecord(path, body, told);
  if (/^\/v3\/custom-field-data\/\d+\/search$/.test(path))
    return told.counts.has(url.searchParams.get("value"))
      ? { value: { data: { id: 1, historical: true } } }
      : { status: 404, value: { error: "NotFound", message: "There is no such record." } };
  if (/^\/v2\/subscriber\/\d+\/fields$/.test(path) || path === "/v2/customizations") return { value: { groups: [] } };
  if (/^\/v2\/subscribers\/[^/]+$/.test(path)) {
    const name = decodeURIComponent(path.split("/").at(-1));
    return { value: subscriber(name.includes("@") ? idOf(name) : Number(name), name.includes("@") ? name : "") };
  }
  if (path === "/v2/sender/details") return { value: { account_id: 1, company: "Bench" } };
  return { value: { message: "Success", data: [] } };
}
