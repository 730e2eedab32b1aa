// Rule and Sitoo REST for the benchmarks, in one process that starts in no time: it takes everything, answers after DELAY_MS and
// remembers each order it was told, how often, when, and whether a customer's orders came in their order.
//   POST /mock/compare   ids, a line each: how many of them were told, how many not, how many twice or out of order
//   GET /mock/count      how many were told
//   POST /mock/reset     forget everything     PUT /mock/delay {"ms":50}     GET /mock/times   id and when it was answered, a line each
import http from "node:http";
import { Told } from "./told.mjs";
import { ruleAnswer } from "./rule.mjs";
import { sitooAnswer } from "./sitoo.mjs";

const told = new Told();
let delay = Number(process.env.DELAY_MS ?? 0);

function control(path, body) {
  if (path === "/mock/count") return { told: told.counts.size };
  if (path === "/mock/compare") return told.compare(body.split("\n").filter(Boolean));
  if (path === "/mock/times") return [...told.times].map(([id, at]) => ({ id, at }));
  if (path === "/mock/reset") told.reset();
  if (path === "/mock/delay") delay = JSON.parse(body).ms;
  return { status: "ok" };
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts).toString();
    const url = new URL(request.url, "http://mock");
    const send = ({ status = 200, value }, ids = []) => {
      told.answered(ids);
      const text = JSON.stringify(value);
      response.writeHead(status, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
      response.end(text);
    };
    if (url.pathname.startsWith("/mock/")) return send({ value: control(url.pathname, body) });
    const reply = url.pathname.startsWith("/rule/") ? ruleAnswer(request.method, url, body, told) : { value: sitooAnswer(url) };
    const isSlow = delay > 0 && url.pathname.startsWith("/rule/");
    if (isSlow) setTimeout(() => send(reply, reply.ids), delay);
    else send(reply, reply.ids);
  });
});
server.keepAliveTimeout = 600_000;
server.listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
