// One run of wrk with a script that ends with a line of JSON.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export function wrk(server, script, seconds, connections, args) {
  const path = fileURLToPath(new URL(`../load/${script}`, import.meta.url));
  const all = ["-t2", `-c${connections}`, `-d${seconds}s`, "-s", path, `http://127.0.0.1:${server.port}`, "--", ...args.map(String)];
  return new Promise((resolve, reject) => {
    const child = spawn("wrk", all, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (part) => (text += part));
    child.on("error", reject);
    child.on("exit", () => resolve(JSON.parse(text.split("\n").find((line) => line.startsWith("{")))));
  });
}
