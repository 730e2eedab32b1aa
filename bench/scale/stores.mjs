// What the store has counted, of SQLite and of PostgreSQL alike: rows, commits, bytes.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createInterface } from "node:readline";
import { family } from "./processes.mjs";

export class Postgres {
  constructor(url, folder) {
    this.url = url;
    this.folder = folder;
    this.pid = Number(fs.readFileSync(`${folder}/data/postmaster.pid`, "utf8").split("\n")[0]);
    this.port = new URL(url).port;
  }
  get settings() {
    return { "store.url": this.url };
  }
  sql(statement) {
    return execFileSync("psql", [this.url, "--no-psqlrc", "-qtA", "-c", statement], { encoding: "utf8", maxBuffer: 1 << 28 }).trim();
  }
  // Asked again and again while something is measured, so by one session: a new one for each question costs the server milliseconds.
  async ask(statement) {
    if (!this.session) {
      this.session = spawn("psql", [this.url, "--no-psqlrc", "-qtA"], { stdio: ["pipe", "pipe", "inherit"] });
      this.lines = createInterface({ input: this.session.stdout })[Symbol.asyncIterator]();
    }
    this.session.stdin.write(`${statement};\n`);
    return (await this.lines.next()).value;
  }
  close() {
    this.session?.stdin.end();
  }
  json(statement) {
    return JSON.parse(this.sql(`SELECT json_agg(t) FROM (${statement}) AS t`) || "[]") ?? [];
  }
  snapshot() {
    const [now] = this.json("SELECT pg_current_wal_insert_lsn() AS lsn, pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS wal_bytes, wal_sync, pg_database_size(current_database()) AS bytes FROM pg_stat_wal");
    return { lsn: now.lsn, wal_bytes: Number(now.wal_bytes), fsyncs: Number(now.wal_sync), bytes: Number(now.bytes) };
  }
  cpu() {
    return family(this.pid);
  }
  // How often a table was looked into by an index, and how many of its rows were read from end to end.
  reads(table) {
    const [row] = this.json(`SELECT coalesce(idx_scan, 0) AS looks, seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_user_tables WHERE relname = '${table}'`);
    return { looks: Number(row.looks), rows: Number(row.rows) };
  }
  // The log says exactly what was written: {"Heap/INSERT": 3000, "Transaction/COMMIT": 1000, ...}.
  records(before, after) {
    if (before.lsn === after.lsn) return {};
    const waldump = `${execFileSync("sh", ["-c", "ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1"], { encoding: "utf8" }).trim()}/pg_waldump`;
    // It fails when nothing has been written behind the end yet, and has told everything before that.
    const { stdout: text } = spawnSync(waldump, ["--stats=record", "--path", `${this.folder}/data/pg_wal`, "--start", before.lsn, "--end", after.lsn], { encoding: "utf8" });
    if (!text?.includes("Total")) throw new Error(`pg_waldump tells nothing of ${before.lsn} to ${after.lsn}`);
    const counts = {};
    for (const [, name, count] of text.matchAll(/^([A-Za-z0-9]+\/[A-Z_+]+)\s+(\d+) /gm)) counts[name.replace("+INIT", "")] = (counts[name.replace("+INIT", "")] ?? 0) + Number(count);
    return counts;
  }
  // Each session tells what it has counted at the latest ten seconds after it fell idle.
  static statistics_lag_ms = 10_500;
}

export class Sqlite {
  constructor(folder) {
    this.folder = folder;
    this.settings = {};
  }
  sql(statement) {
    return execFileSync("sqlite3", ["-readonly", "-cmd", ".timeout 5000", `${this.folder}/kassabro.db`, statement], { encoding: "utf8", maxBuffer: 1 << 28 }).trim();
  }
  async ask(statement) {
    return this.sql(statement);
  }
  close() {}
  snapshot() {
    return { wal_bytes: 0, fsyncs: 0, bytes: Number(this.sql("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")), tables: this.tables() };
  }
  tables() {
    const names = this.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").split("\n");
    const counts = this.sql(names.map((name) => `SELECT '${name}', count(*) FROM "${name}"`).join(" UNION ALL ")).split("\n");
    return Object.fromEntries(counts.map((line) => line.split("|")).map(([name, count]) => [name, Number(count)]));
  }
  cpu() {
    return { us: 0, waits: 0 }; // it is in the server's
  }
  reads() {
    return { looks: 0, rows: 0 };
  }
  // Only rows that are new can be counted here.
  records(before, after) {
    const sum = (tables) => Object.values(tables).reduce((total, count) => total + count, 0);
    return { "Heap/INSERT": sum(after.tables) - sum(before.tables) };
  }
  static statistics_lag_ms = 0;
}
