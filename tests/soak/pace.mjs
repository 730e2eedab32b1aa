// Tills at a fixed pace, whether or not they are answered: a slow answer is not hidden by asking less. Latencies count from when a call was due.
import { connection, pause } from './calls.mjs';

const at = (sorted, share) => (sorted.length ? sorted[Math.floor(share * (sorted.length - 1))] : NaN);

export function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { count: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99), max: at(sorted, 1) };
}

/** `ask(agent)` makes one call and answers its status. Runs until `stop()`, which answers the latencies in ms and the statuses. */
export function openPace(perSecond, ask, connections = 32) {
  const agents = Array.from({ length: connections }, () => connection());
  const latencies = [];
  const statuses = new Map();
  const running = new Set();
  let open = true;
  const one = async (due, agent) => {
    const { status } = await ask(agent);
    latencies.push(performance.now() - due);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const loop = async () => {
    const began = performance.now();
    for (let i = 0; open; ++i) {
      const due = began + (i * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      const call = one(due, agents[i % connections]);
      running.add(call);
      call.finally(() => running.delete(call));
    }
  };
  const ended = loop();
  const stop = async () => {
    open = false;
    await ended;
    await Promise.all(running);
    agents.forEach((agent) => agent.destroy());
    return { ...summary(latencies), statuses: Object.fromEntries(statuses), failed: latencies.length - (statuses.get(200) ?? 0) };
  };
  return { stop };
}
