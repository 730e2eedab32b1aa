// A table of jobs in SQLite (WAL, synchronous=FULL), a transaction for each call; the worker takes 64 at a time and removes them when
// Rule has them.
import Database from "better-sqlite3";

export async function open() {
  const db = new Database(process.env.DATABASE);
  db.pragma("busy_timeout = 10000");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE IF NOT EXISTS bench_jobs (job_id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  const insert = db.prepare("INSERT INTO bench_jobs (body) VALUES (?)");
  const add = db.transaction((jobs) => {
    for (const job of jobs) insert.run(JSON.stringify(job));
  });
  return { add: async (jobs) => add.immediate(jobs), work: async (handle) => void loop(db, handle) };
}

async function loop(db, handle) {
  const take = db.prepare("SELECT job_id, body FROM bench_jobs ORDER BY job_id LIMIT 64");
  const remove = db.prepare("DELETE FROM bench_jobs WHERE job_id <= ?");
  for (;;) {
    const rows = take.all();
    try {
      if (rows.length > 0) await handle(rows.map((row) => JSON.parse(row.body)));
      if (rows.length > 0) remove.run(rows.at(-1).job_id);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
