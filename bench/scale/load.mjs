// Calls from many connections, one at a time on each, or at fixed times. Both count what went through the sockets.
import http from "node:http";
import { percentile } from "../lib/numbers.mjs";

function call(agent, port, { method = "GET", path, headers, body }) {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const more = content === undefined ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(content) };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, method, path, agent, headers: { ...headers, ...more } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode, text }));
    });
    request.on("error", reject);
    request.end(content);
  });
}

function result(began, latencies, failures) {
  const ms = (share) => percentile(latencies, share);
  return { calls: latencies.length, seconds: (performance.now() - began) / 1000, p50_ms: ms(0.5), p99_ms: ms(0.99), failed: failures.length, first_failure: failures[0] };
}

// `next(i)` makes call number i; `on_answer(i, text)` sees its answer.
export async function closedLoop(port, connections, count, next, on_answer = () => {}) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const began = performance.now();
  const latencies = [];
  const failures = [];
  let turn = 0;
  const lane = async () => {
    for (let i = turn++; i < count; i = turn++) {
      const start = performance.now();
      const { status, text } = await call(agent, port, next(i));
      latencies.push(performance.now() - start);
      if (status === 200) on_answer(i, text);
      else failures.push(`${status} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  agent.destroy();
  return result(began, latencies, failures);
}

// At random times, so many a second on average (a Poisson process by `random`), whether or not earlier calls are answered.
export async function openLoop(port, perSecond, seconds, random, next) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  const began = performance.now();
  const latencies = [];
  const failures = [];
  const running = [];
  for (let i = 0, due = 0; ; ++i) {
    due -= (Math.log(1 - random()) * 1000) / perSecond;
    if (due > seconds * 1000) break;
    const early = began + due - performance.now();
    if (early > 0.5) await new Promise((resolve) => setTimeout(resolve, early));
    const start = began + due;
    running.push(
      call(agent, port, next(i)).then(({ status, text }) => {
        latencies.push(performance.now() - start);
        if (status !== 200) failures.push(`${status} ${text.slice(0, 300)}`);
      }),
    );
  }
  await Promise.all(running);
  agent.destroy();
  return result(began, latencies, failures);
}
