// How many times SQLite waits for the disk for a sale: counted by strace, in a run of its own because strace slows it.
import { execFileSync, spawn } from "node:child_process";
import { pause } from "../lib/servers.mjs";
import { calls } from "./calls.mjs";
import { closedLoop } from "./load.mjs";
import { addAccounts, openShop, untilDelivered, untilQuiet } from "./shop.mjs";

async function counted(pid, work) {
  const strace = spawn("strace", ["-f", "-c", "-e", "trace=fsync,fdatasync", "-p", String(pid)], { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  strace.stderr.on("data", (part) => (text += part));
  await pause(500);
  await work();
  const ended = new Promise((resolve) => strace.on("exit", resolve));
  process.kill(strace.pid, "SIGINT");
  await ended;
  return [...text.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?(?:fsync|fdatasync)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

export async function measureFsyncs(count) {
  execFileSync("strace", ["-V"], { stdio: "ignore" });
  const shop = await openShop("sqlite");
  await addAccounts(shop, 20);
  await untilQuiet(shop);
  const till = calls(shop);
  await closedLoop(shop.tills.port, 16, count, till.registration);
  await untilDelivered(shop);
  const found = {};
  for (const connections of [1, 16]) {
    const sales = Math.min(count, 500);
    const fsyncs = await counted(shop.tills.child.pid, async () => {
      await closedLoop(shop.tills.port, connections, sales, till.sale(`traced-${connections}`));
      await untilDelivered(shop);
    });
    found[connections] = { sales, fsyncs, fsyncs_per_sale: fsyncs / sales };
    process.stderr.write(`sqlite: ${connections} at once: ${(fsyncs / sales).toFixed(2)} fsyncs for each sale and its delivery\n`);
  }
  await shop.close();
  return found;
}
