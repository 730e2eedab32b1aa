// What servers begin with: a shop of so many customers, filled once and kept while the program that fills it stays the same, and for
// each run that writes a fresh copy of it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { startPostgres } from "./brokers.mjs";
import { binaries, results } from "./servers.mjs";

const fillerMark = () => createHash("sha256").update(fs.readFileSync(`${binaries}/bench_fill`)).digest("hex");

// Into the system's memory: or whoever is measured first, which is us, reads from the disk for all who come later.
function warmed(folder) {
  execFileSync("cat", [`${folder}/kassabro.db`], { stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

// The folder is for copies and readers only. A fill that was interrupted begins anew.
export function filled({ customers, checks = 5, purchases = 1, accounts = 1 }) {
  const folder = `${results}/shop-${customers}-${checks}-${purchases}-${accounts}`;
  const mark = `${folder}/filled`;
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === fillerMark()) return warmed(folder);
  process.stderr.write(`filling: ${customers} customers of ${accounts} accounts, with ${checks} bonus checks and ${purchases} purchases each\n`);
  fs.rmSync(folder, { recursive: true, force: true });
  execFileSync(`${binaries}/bench_fill`, [folder, customers, checks, purchases, accounts].map(String));
  fs.writeFileSync(mark, fillerMark());
  return folder;
}

export function copyOf(template, name = "copy") {
  const folder = `${results}/${name}`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(template, folder, { recursive: true });
  execFileSync("sync", ["-f", folder]); // or the first durable answers would wait for the copying
  return folder;
}

const inPostgres = new Map();

// A database with the same content, made from one that the store's own copying has filled, and a data folder with the key.
export function postgresCopyOf(template) {
  const server = startPostgres();
  if (!inPostgres.has(template)) {
    const name = `filled_${inPostgres.size}`;
    server.psql(`CREATE DATABASE ${name}`);
    execFileSync(`${binaries}/kassabro`, ["store", "copy", "--to", server.url(name), "--set", `data.dir=${template}`], { stdio: ["ignore", "ignore", "inherit"] });
    inPostgres.set(template, name);
  }
  server.psql("DROP DATABASE IF EXISTS run WITH (FORCE)");
  server.psql(`CREATE DATABASE run TEMPLATE ${inPostgres.get(template)}`);
  const folder = `${results}/postgres-node`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.copyFileSync(`${template}/secret.key`, `${folder}/secret.key`);
  return { folder, url: server.url("run"), pids: server.pids };
}

export function bytesOf(folder) {
  return fs.readdirSync(folder).filter((name) => name.startsWith("kassabro.db")).reduce((sum, name) => sum + fs.statSync(`${folder}/${name}`).size, 0);
}
