// Starts and stops what is measured. Every server listens on the loopback only; one runs at a time.
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";

export const binaries = process.env.KASSABRO_BIN;
export const results = fileURLToPath(new URL("../../build/bench", import.meta.url));
const peers = fileURLToPath(new URL("../peers", import.meta.url));

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

async function waitUntilReady(server) {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(2)) {
    if (server.child.exitCode !== null) throw new Error(`${server.name} ended; see ${server.log}`);
    const answer = await get(server.port, server.readyPath).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`${server.name} does not answer; see ${server.log}`);
}

export async function start({ name, port, readyPath, command, args, env = {} }) {
  if (await get(port, "/").catch(() => null)) throw new Error(`port ${port} is taken`);
  const log = `${results}/log/${name}.log`;
  fs.mkdirSync(`${results}/log`, { recursive: true });
  const out = fs.openSync(log, "w");
  const began = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", out, out], env: { ...process.env, ...env } });
  fs.closeSync(out);
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const server = { name, port, readyPath, log, child };
  running.add(child);
  child.on("exit", () => running.delete(child));
  await waitUntilReady(server);
  server.ready_ms = performance.now() - began;
  server.stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return server;
}

// Whatever happens to us, no server stays behind.
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

// Rule is a closed port: a refresh or a delivery fails at once, and nothing leaves the machine.
export function startKassabro(folder, logLevel = "info", more = {}) {
  const settings = {
    "data.dir": folder,
    "public.listen": "127.0.0.1:18180",
    "admin.listen": "127.0.0.1:18181",
    "rule.base_url": "http://127.0.0.1:9/",
    "log.level": logLevel,
    ...more,
  };
  const args = Object.entries(settings).flatMap(([key, value]) => ["--set", `${key}=${value}`]);
  return start({ name: `kassabro-${logLevel}`, port: 18180, readyPath: "/readyz", command: `${binaries}/kassabro`, args: ["serve", ...args] });
}

export function startFastify(program, env) {
  return start({
    name: `fastify-${program}-${env.PROCESSES ?? 1}`,
    port: 18182,
    readyPath: "/healthz",
    command: process.execPath,
    args: [`${peers}/${program}.mjs`],
    env: { ...env, PORT: "18182", NODE_ENV: "production" },
  });
}

export function startSandbox() {
  return start({
    name: "sandbox",
    port: 18190,
    readyPath: "/control/faults",
    command: `${binaries}/kassabro-sandbox`,
    args: ["--listen", "127.0.0.1:18190"],
  });
}

// Debian's defaults, a worker for each core, no access log; every path answers the one file.
export function startNginx(answer) {
  const folder = `${results}/nginx`;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${folder}/answer.json`, answer);
  fs.writeFileSync(`${folder}/nginx.conf`, fs.readFileSync(`${peers}/nginx.conf`, "utf8").replaceAll("FOLDER", folder));
  return start({ name: "nginx", port: 18183, readyPath: "/", command: "/usr/sbin/nginx", args: ["-p", folder, "-c", `${folder}/nginx.conf`] });
}
