// On what, of what and when something was measured.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { percentile } from "./numbers.mjs";

const output = (command, ...args) => {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  } catch (error) {
    return String(error.stderr || "").trim();
  }
};

export function machine() {
  return {
    date: new Date().toISOString(),
    commit: output("git", "rev-parse", "--short", "HEAD"),
    changed_files: output("git", "status", "--porcelain", "--", "src").split("\n").filter(Boolean).length,
    cpu: os.cpus()[0].model.trim(),
    cores: os.cpus().length,
    memory_gb: Math.round(os.totalmem() / 2 ** 30),
    system: `${fs.readFileSync("/etc/os-release", "utf8").match(/PRETTY_NAME="(.*)"/)?.[1]}, Linux ${os.release()}`,
    node: process.version,
    load_before: os.loadavg()[0],
  };
}

// What the disk gives at most: one block appended and made durable after the other.
export function fsyncRate(folder, seconds = 2) {
  const file = `${folder}/fsync.tmp`;
  const handle = fs.openSync(file, "w");
  const block = Buffer.alloc(4096, 1);
  const micros = [];
  const until = performance.now() + seconds * 1000;
  for (let now = performance.now(); now < until; ) {
    fs.writeSync(handle, block);
    fs.fdatasyncSync(handle);
    const then = performance.now();
    micros.push((then - now) * 1000);
    now = then;
  }
  fs.closeSync(handle);
  fs.rmSync(file);
  return { per_second: micros.length / seconds, p50_us: percentile(micros, 0.5), p99_us: percentile(micros, 0.99) };
}

const family = (pid) => [pid, ...output("pgrep", "-P", String(pid)).split("\n").filter(Boolean)];

// utime, stime; of a process that has just ended, nothing.
function ticksOf(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

// Processor time used so far, children included. Others who use the machine disturb it less than the clock.
export function cpuSeconds(pids) {
  const ticks = pids.flatMap(family).map(ticksOf);
  return ticks.reduce((sum, one) => sum + one, 0) / 100;
}

// Of a process and its children, in MB. PSS counts a page that several share only once.
export function memoryOf(pid) {
  const sum = { rss_mb: 0, pss_mb: 0 };
  for (const one of family(pid)) {
    const text = fs.readFileSync(`/proc/${one}/smaps_rollup`, "utf8");
    for (const [key, name] of [["rss_mb", "Rss"], ["pss_mb", "Pss"]])
      sum[key] += Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))[1]) / 1024;
  }
  return sum;
}
