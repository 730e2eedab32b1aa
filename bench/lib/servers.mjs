// Starts and stops what is measured. Every server listens on the loopback only, on ports from BENCH_PORT on.
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import { fileURLToPath } from "node:url";

export const binaries = process.env.KASSABRO_BIN;
export const results = fileURLToPath(new URL("../../build/bench", import.meta.url));
export const peers = fileURLToPath(new URL("../peers", import.meta.url));

const base = Number(process.env.BENCH_PORT ?? 18100);
export const ports = Object.fromEntries(
  ["kassabro", "admin", "peer", "nginx", "mock", "sandbox", "postgres", "redis", "rabbitmq", "rabbitmq_nodes", "epmd"].map((name, i) => [name, base + 80 + i]),
);

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function get(port, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const call = http.get({ host: "127.0.0.1", port, path, headers, agent: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => (body += part));
      answer.on("end", () => resolve({ status: answer.statusCode, body }));
    });
    call.on("error", reject);
  });
}

async function waitUntilReady(server, isReady, patience_s) {
  for (const until = Date.now() + patience_s * 1000; Date.now() < until; await pause(2)) {
    if (server.child.exitCode !== null) throw new Error(`${server.name} ended; see ${server.log}`);
    if (await isReady()) return;
  }
  throw new Error(`${server.name} does not answer; see ${server.log}`);
}

const isTaken = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket.destroy() && true)).on("error", () => resolve(false));
  });

// `isReady` tells whether it answers; without it, when `readyPath` is answered 200.
export async function start({ name, port, readyPath, isReady, patience_s = 60, command, args, env = {}, cwd, signal = "SIGTERM" }) {
  if (await isTaken(port)) throw new Error(`port ${port} is taken`);
  const log = `${results}/log/${name}.log`;
  fs.mkdirSync(`${results}/log`, { recursive: true });
  const out = fs.openSync(log, "w");
  const began = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", out, out], env: { ...process.env, ...env }, cwd });
  fs.closeSync(out);
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const server = { name, port, log, child, pids: [child.pid] };
  running.add(child);
  child.on("exit", () => running.delete(child));
  await waitUntilReady(server, isReady ?? (async () => (await get(port, readyPath).catch(() => null))?.status === 200), patience_s);
  server.ready_ms = performance.now() - began;
  server.stop = async () => {
    child.kill(signal);
    await ended;
  };
  return server;
}

// Whatever happens to us, no server stays behind.
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

// Rule is a closed port: a refresh or a delivery fails at once, and nothing leaves the machine.
export function serveArguments(folder, logLevel, more = {}) {
  const settings = {
    "data.dir": folder,
    "public.listen": `127.0.0.1:${ports.kassabro}`,
    "admin.listen": `127.0.0.1:${ports.admin}`,
    "rule.base_url": "http://127.0.0.1:9/",
    "sitoo.base_url": "http://127.0.0.1:9/",
    "log.level": logLevel,
    "public.account_rate": "0",
    ...more,
  };
  return ["serve", ...Object.entries(settings).flatMap(([key, value]) => ["--set", `${key}=${value}`])];
}

export function startKassabro(folder, logLevel = "info", more = {}) {
  const args = serveArguments(folder, logLevel, more);
  return start({ name: `kassabro-${logLevel}`, port: ports.kassabro, readyPath: "/readyz", command: `${binaries}/kassabro`, args });
}

// The rivals in Node: bench/peers/PROGRAM.mjs.
export function startPeer(program, env) {
  return start({
    name: `peer-${program}-${env.QUEUE ?? env.PROCESSES ?? 1}`,
    port: ports.peer,
    readyPath: "/healthz",
    command: process.execPath,
    args: [`${peers}/${program}.mjs`],
    env: { ...env, PORT: String(ports.peer), NODE_ENV: "production" },
  });
}

export function startSandbox() {
  return start({
    name: "sandbox",
    port: ports.sandbox,
    readyPath: "/control/faults",
    command: `${binaries}/kassabro-sandbox`,
    args: ["--listen", `127.0.0.1:${ports.sandbox}`],
  });
}

// Debian's defaults, a worker for each core, no access log; every path answers the one file.
export function startNginx(answer) {
  const folder = `${results}/nginx`;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${folder}/answer.json`, answer);
  const text = fs.readFileSync(`${peers}/nginx.conf`, "utf8").replaceAll("FOLDER", folder).replaceAll("PORT", String(ports.nginx));
  fs.writeFileSync(`${folder}/nginx.conf`, text);
  return start({ name: "nginx", port: ports.nginx, readyPath: "/", command: "/usr/sbin/nginx", args: ["-p", folder, "-c", `${folder}/nginx.conf`] });
}
