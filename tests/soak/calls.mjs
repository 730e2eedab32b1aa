// Calls of tills and of operators. A call never throws: status 0 is no answer, and the caller decides what that means.
import http from 'node:http';

export const patience = 10_000; // a till's

/** One till's connection, which stays open between calls. */
export const connection = () => new http.Agent({ keepAlive: true, maxSockets: 1 });

export function call(port, method, path, { body, headers = {}, agent, timeout = patience } = {}) {
  const content = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const start = performance.now();
  return new Promise((resolve) => {
    const end = (status, text) => resolve({ status, body: text, took: performance.now() - start });
    const request = http.request(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(content) } },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => end(answer.statusCode, Buffer.concat(parts).toString()));
        answer.on('error', (failure) => end(0, String(failure)));
      },
    );
    request.setTimeout(timeout, () => request.destroy(new Error('no answer in time')));
    request.on('error', (failure) => end(0, String(failure)));
    request.end(content);
  });
}

/** For calls that must succeed: the answer's JSON. */
export async function ask(port, method, path, options = {}) {
  const { status, body } = await call(port, method, path, { timeout: 120_000, ...options });
  if (status < 200 || status >= 300) throw new Error(`${method} ${path}: ${status} ${body.slice(0, 500)}`);
  return body ? JSON.parse(body) : null;
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(holds, what, patience_s = 60, every_ms = 100) {
  const end = performance.now() + patience_s * 1000;
  for (;;) {
    const held = await holds();
    if (held) return held;
    if (performance.now() > end) throw new Error(`not within ${patience_s} s: ${what}`);
    await pause(every_ms);
  }
}
