// The databases and brokers that rivals need, each with what it takes to lose nothing: Redis that syncs each write, RabbitMQ, and
// PostgreSQL that waits for the disk.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { pause, ports, results, start } from "./servers.mjs";

const fresh = (name) => {
  const folder = `${results}/${name}`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  return folder;
};

const answers = (port, question, expected) => () =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(question));
    socket.on("data", (data) => resolve(data.toString().startsWith(expected) && Boolean(socket.destroy())));
    socket.on("error", () => resolve(false)).on("close", () => resolve(false));
  });

// What one contender needs beside its own process, as one thing.
export function together(server, ...helpers) {
  const stop = server.stop;
  server.pids = [server, ...helpers].flatMap((one) => one.pids);
  server.stop = async () => {
    await stop();
    for (const helper of helpers) await helper.stop();
  };
  return server;
}

export function startMock(customers, delay_ms) {
  return start({
    name: "mock",
    port: ports.mock,
    readyPath: "/mock/count",
    command: process.execPath,
    args: [fileURLToPath(new URL("../mock/server.mjs", import.meta.url))],
    env: { PORT: String(ports.mock), CUSTOMERS: String(customers), DELAY_MS: String(delay_ms) },
  });
}

export const mockUrl = `http://127.0.0.1:${ports.mock}`;

export function startRedis() {
  const args = ["--port", String(ports.redis), "--bind", "127.0.0.1", "--dir", fresh("redis"), "--appendonly", "yes", "--appendfsync", "always", "--save", ""];
  return start({ name: "redis", port: ports.redis, isReady: answers(ports.redis, "PING\r\n", "+PONG"), command: "redis-server", args });
}

export async function startRabbit() {
  const folder = fresh("rabbitmq");
  fs.writeFileSync(`${folder}/enabled_plugins`, "[].");
  fs.writeFileSync(`${folder}/rabbitmq.conf`, `listeners.tcp.1 = 127.0.0.1:${ports.rabbitmq}\n`);
  const server = await start({
    name: "rabbitmq",
    port: ports.rabbitmq,
    isReady: answers(ports.rabbitmq, "HELLO\r\n\r\n", "AMQP"), // what it says to whoever does not speak its language
    command: "/usr/lib/rabbitmq/bin/rabbitmq-server",
    args: [],
    cwd: folder,
    env: {
      HOME: folder, // where the nodes' common secret is
      ERL_EPMD_PORT: String(ports.epmd),
      RABBITMQ_NODENAME: `bench${ports.rabbitmq}@localhost`,
      RABBITMQ_DIST_PORT: String(ports.rabbitmq_nodes),
      RABBITMQ_MNESIA_BASE: `${folder}/mnesia`,
      RABBITMQ_LOG_BASE: `${folder}/log`,
      RABBITMQ_ENABLED_PLUGINS_FILE: `${folder}/enabled_plugins`,
      RABBITMQ_CONFIG_FILE: `${folder}/rabbitmq`,
      RABBITMQ_PID_FILE: `${folder}/pid`,
    },
  });
  const node = Number(fs.readFileSync(`${folder}/pid`, "utf8"));
  server.pids = [node];
  server.stop = async () => {
    process.kill(node, "SIGKILL"); // what it holds is thrown away
    while (fs.existsSync(`/proc/${node}`)) await pause(20);
    spawnSync("epmd", ["-port", String(ports.epmd), "-kill"]); // the node started it, and leaves it behind
  };
  return server;
}

const library = fileURLToPath(new URL("../../script/lib", import.meta.url));
const bash = (command, ...args) =>
  execFileSync("bash", ["-c", `set -euo pipefail; source '${library}/common.sh'; source '${library}/postgres.sh'; ${command}`, "bash", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PGOPTIONS: "--client-min-messages=warning" },
  });

// One server for the whole run, with the settings that PostgreSQL comes with: it syncs, and a commit waits for that.
let postgres = null;
export function startPostgres() {
  if (postgres) return postgres;
  const folder = `${results}/postgres`;
  bash('start_postgres "$1" "$2" fsync=on synchronous_commit=on shared_buffers=512MB max_wal_size=4GB', folder, String(ports.postgres));
  process.on("exit", () => bash('stop_postgres "$1"', folder));
  const pid = Number(fs.readFileSync(`${folder}/data/postmaster.pid`, "utf8").split("\n")[0]);
  const url = (database) => `postgresql://kassabro@127.0.0.1:${ports.postgres}/${database}`;
  const query = (database, sql) => bash('psql -qtA -h 127.0.0.1 -p "$1" -U kassabro -d "$2" -c "$3"', String(ports.postgres), database, sql).trim();
  const psql = (sql) => query("kassabro", sql);
  const pgbench = (...args) => bash('"$(postgres_program pgbench)" "$@"', "-h", "127.0.0.1", "-p", String(ports.postgres), "-U", "kassabro", ...args);
  postgres = { pids: [pid], url, psql, query, pgbench };
  return postgres;
}
