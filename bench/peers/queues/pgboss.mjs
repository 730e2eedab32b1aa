// pg-boss on PostgreSQL with `synchronous_commit = on`: an insert for what one call brings, batches of 64 for the worker.
import PgBoss from "pg-boss";

export async function open(role) {
  const boss = new PgBoss({ connectionString: process.env.POSTGRES_URL, max: 32, supervise: role === "worker", schedule: false });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  await boss.createQueue("orders", { name: "orders", retryLimit: 1_000, retryDelay: 1 });
  return {
    add: (jobs) => (jobs.length === 1 ? boss.send("orders", jobs[0]) : boss.insert(jobs.map((job) => ({ name: "orders", data: job })))),
    work: async (handle) => {
      // As many at once as Kassabro has batches of an account under way; the shortest wait that pg-boss allows.
      for (let i = 0; i < 2; ++i)
        await boss.work("orders", { batchSize: 64, pollingIntervalSeconds: 0.5 }, (jobs) => handle(jobs.map((job) => job.data)));
    },
  };
}
