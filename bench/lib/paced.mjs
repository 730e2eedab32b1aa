// Calls at fixed times, whether or not earlier ones are answered, so that a slow answer is not hidden by asking less.
import http from "node:http";

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

function call(port, path, headers) {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, path, headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
    });
    request.on("error", reject);
  });
}

// `next()` gives {path, headers}. Latencies count from the moment at which a call was due.
export async function paced(port, perSecond, seconds, next) {
  const began = performance.now();
  const count = Math.round(perSecond * seconds);
  const latencies = [];
  const running = [];
  let failed = 0;
  for (let i = 0; i < count; ++i) {
    const due = began + (i * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early - 1));
    while (performance.now() < due);
    const { path, headers } = next();
    running.push(
      call(port, path, headers)
        .then((status) => {
          if (status !== 200) ++failed;
          latencies.push(performance.now() - due);
        })
        .catch(() => ++failed),
    );
  }
  await Promise.all(running);
  latencies.sort((a, b) => a - b);
  const at = (share) => Math.round(latencies[Math.floor(share * (latencies.length - 1))] * 1000);
  return { count, failed, p50_us: at(0.5), p99_us: at(0.99), p999_us: at(0.999) };
}
