// What most cases do with a server: as much as it can (closed loop), then how long answers take at half of that and at rates that are
// the same for everybody (open loop).
import { load } from "./load.mjs";
import { memoryOf } from "./machine.mjs";

const tail = (run, name) => ({
  [`${name}_rate`]: run.rate,
  [`${name}_p50_us`]: run.p50_us,
  [`${name}_p99_us`]: run.p99_us,
  [`${name}_p999_us`]: run.p999_us,
  [`${name}_unanswered`]: run.unanswered,
});

// `check` is called after each load, while what was accepted is known.
export async function throughputAndLatency(server, plan, options, check = async () => 0) {
  const most = await load(server, { seconds: plan.seconds, ...options });
  let verified = await check();
  const half = await load(server, { seconds: plan.seconds, rate: Math.max(1, Math.round(most.per_second / 2)), ...options });
  verified += await check();
  const result = { per_second: most.per_second, cpu_us: most.cpu_us, p50_us: most.p50_us, p99_us: most.p99_us, ...tail(half, "half") };
  for (const rate of plan.rates.filter((rate) => rate < most.per_second * 0.8)) {
    Object.assign(result, tail(await load(server, { seconds: plan.seconds, rate, ...options }), `at_${rate}`));
    verified += await check();
  }
  return { ...result, verified, ready_ms: server.ready_ms, ...memoryOf(server.child.pid) };
}
