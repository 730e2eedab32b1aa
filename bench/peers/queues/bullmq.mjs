// BullMQ on Redis with `appendfsync always`: what was added is on the disk. A job is one order (batches are not in the free version);
// 64 are under way at once.
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";

const connection = new Redis({ host: "127.0.0.1", port: Number(process.env.REDIS_PORT), maxRetriesPerRequest: null });
const options = { attempts: 1_000, backoff: { type: "fixed", delay: 1_000 }, removeOnComplete: true };

export async function open() {
  const queue = new Queue("orders", { connection });
  await queue.waitUntilReady();
  return {
    add: (jobs) =>
      jobs.length === 1
        ? queue.add("order", jobs[0], { ...options, jobId: `o${jobs[0].id}` })
        : queue.addBulk(jobs.map((job) => ({ name: "order", data: job, opts: { ...options, jobId: `o${job.id}` } }))),
    work: (handle) => new Worker("orders", (job) => handle([job.data]), { connection, concurrency: 64 }).waitUntilReady(),
  };
}
