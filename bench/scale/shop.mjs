// A sandbox that plays Rule and Sitoo, one or two Kassabro on a store, and accounts with customers.
import fs from "node:fs";
import { adminOf, send } from "../lib/admin.mjs";
import { binaries, pause, results, start } from "../lib/servers.mjs";
import { Postgres, Sqlite } from "./stores.mjs";

const first = Number(process.env.KASSABRO_BENCH_PORT ?? 19_180);
const ports = { nodes: [first, first + 2], sandbox: first + 10 };
export const rulePort = ports.sandbox;

const startSandbox = () =>
  start({
    name: "scale-sandbox",
    port: ports.sandbox,
    readyPath: "/control/faults",
    command: `${binaries}/kassabro-sandbox`,
    args: ["--listen", `127.0.0.1:${ports.sandbox}`],
  });

function startNode(number, folder, settings) {
  const port = ports.nodes[number];
  const all = {
    "data.dir": folder,
    "public.listen": `127.0.0.1:${port}`,
    "admin.listen": `127.0.0.1:${port + 1}`,
    "rule.base_url": `http://127.0.0.1:${ports.sandbox}/rule/api`,
    "sitoo.base_url": `http://127.0.0.1:${ports.sandbox}/sitoo`,
    ...settings,
  };
  const args = ["serve", ...Object.entries(all).flatMap(([key, value]) => ["--set", `${key}=${value}`])];
  return start({ name: `scale-node${number}`, port, readyPath: "/readyz", command: `${binaries}/kassabro`, args });
}

// `kind`: "sqlite" (one node) or "postgres" (of two the first leads and the second serves the tills, so that their costs are told apart).
export async function openShop(kind, settings = {}, nodes = kind === "sqlite" ? 1 : 2) {
  const folder = `${results}/scale-${kind}`;
  fs.rmSync(folder, { recursive: true, force: true });
  const database = kind === "sqlite" ? null : new Postgres(process.env.BENCH_POSTGRES, process.env.BENCH_POSTGRES_FOLDER);
  fs.mkdirSync(`${folder}/0`, { recursive: true });
  const sandbox = await startSandbox();
  await send(sandbox.port, "PUT", "/control/rule/switches", { requests_allowed: 50_000_000 });
  const leader = await startNode(0, `${folder}/0`, { ...settings, ...database?.settings });
  let tills = leader;
  if (nodes > 1) {
    fs.mkdirSync(`${folder}/1`, { recursive: true });
    fs.copyFileSync(`${folder}/0/secret.key`, `${folder}/1/secret.key`);
    await pause(1500); // until the first has the lead
    tills = await startNode(1, `${folder}/1`, { ...settings, ...database.settings });
  }
  const store = database ?? new Sqlite(`${folder}/0`);
  const shop = { kind, store, sandbox, leader, tills, admin: adminOf(`${folder}/0`), accounts: [] };
  shop.control = (method, path, body) => send(sandbox.port, method, `/control${path}`, body);
  shop.close = async () => {
    store.close();
    for (const server of new Set([tills, leader, sandbox])) await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return shop;
}

export async function addAccounts(shop, count) {
  for (let i = shop.accounts.length; i < count; ++i) {
    const account = await shop.admin("POST", "/accounts", {
      name: `Shop ${i}`,
      rule_api_key: `rk_scale_${i}`,
      settings: { rule: { mirror: false } },
      ...(i === 0 && { sitoo_base_url: `http://127.0.0.1:${ports.sandbox}/sitoo`, sitoo_api_id: "1500-1", sitoo_password: "sandbox", eshop_id: 1 }),
    });
    shop.accounts.push({
      id: account.account_id,
      token: { Authorization: `Bearer ${account.api_token}` },
      basic: { Authorization: `Basic ${Buffer.from(`${account.basic_user}:${account.basic_password}`).toString("base64")}` },
    });
  }
}

const unsettled = "SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')";
const unfetched = "SELECT count(*) FROM order_fetches WHERE state = 'pending'";
const open_jobs = "SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')";

async function untilNone(shop, what, statement, patience_s = 90) {
  for (const end = Date.now() + patience_s * 1000; ; await pause(150)) {
    const left = Number(await shop.store.ask(statement));
    if (left === 0) return;
    if (Date.now() > end) throw new Error(`${what}: ${left} are left after ${patience_s} s`);
  }
}

export const untilDelivered = (shop) => untilNone(shop, "deliveries", unsettled);
export const untilFetched = (shop) => untilNone(shop, "fetches", unfetched);

// What begins by itself with a new account is over.
export async function untilQuiet(shop) {
  await pause(4500);
  await untilNone(shop, "jobs", open_jobs);
  await untilDelivered(shop);
}
