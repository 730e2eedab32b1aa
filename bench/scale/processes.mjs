// What the kernel has counted for a process: processor time by thread, bytes to the disk, bytes through its sockets.
import { execFileSync } from "node:child_process";
import fs from "node:fs";

const text = (path) => {
  try {
    return fs.readFileSync(path, "utf8");
  } catch {
    return ""; // it has ended
  }
};

const statFields = (path) => text(path).split(") ").at(-1).split(" ");

// Thread by thread, since each kind of work of Kassabro has threads of its own: {id: {us, niceness}}.
function threads(pid) {
  const all = {};
  for (const id of fs.readdirSync(`/proc/${pid}/task`)) {
    const on_cpu_ns = Number(text(`/proc/${pid}/task/${id}/schedstat`).split(" ")[0]);
    all[id] = { us: on_cpu_ns / 1000, niceness: Number(statFields(`/proc/${pid}/task/${id}/stat`)[16]) };
  }
  return all;
}

function written(pid) {
  const io = text(`/proc/${pid}/io`);
  return Number(io.match(/^write_bytes: (\d+)/m)?.[1] ?? 0);
}

// By the other end's port: {18190: {sent, received, connections}}. `ss` tells what has gone through a connection since it was opened.
function sockets(pid) {
  const lines = execFileSync("ss", ["-tinpHO", "state", "established"], { encoding: "utf8", maxBuffer: 1 << 28 }).split("\n");
  const ports = {};
  for (const line of lines.filter((one) => one.includes(`pid=${pid},`))) {
    const port = line.trim().split(/\s+/)[3].split(":").at(-1);
    const number = (name) => Number(line.match(new RegExp(`${name}:(\\d+)`))?.[1] ?? 0);
    const sum = (ports[port] ??= { sent: 0, received: 0, connections: 0 });
    sum.sent += number("bytes_sent");
    sum.received += number("bytes_received");
    ++sum.connections;
  }
  return ports;
}

export const snapshot = (pid) => ({ threads: threads(pid), written: written(pid), sockets: sockets(pid) });

// What happened between two snapshots. The one busy thread below the tills' priority is the background's.
export function between(before, after) {
  const used = Object.entries(after.threads).map(([id, thread]) => ({ us: thread.us - (before.threads[id]?.us ?? 0), niceness: thread.niceness }));
  const sum = (list) => list.reduce((total, { us }) => total + us, 0);
  const network = {};
  for (const [port, now] of Object.entries(after.sockets)) {
    const then = before.sockets[port] ?? { sent: 0, received: 0 };
    network[port] = { sent: Math.max(0, now.sent - then.sent), received: Math.max(0, now.received - then.received), connections: now.connections };
  }
  return {
    cpu_us: sum(used),
    background_us: Math.max(0, ...used.filter(({ niceness }) => niceness > 0).map(({ us }) => us)),
    written: after.written - before.written,
    network,
  };
}

// A server that forks: its own time, that of the children that live, and of those that it has waited for; and how often the children
// have waited for something: the other side's next message, the disk, a lock.
export function family(pid) {
  const children = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name) && statFields(`/proc/${name}/stat`)[1] === String(pid));
  const own = statFields(`/proc/${pid}/stat`);
  const ended_us = (Number(own[13]) + Number(own[14])) * 10_000;
  const sum = (read) => children.reduce((total, id) => total + read(id), 0);
  const micros = (id) => Number(text(`/proc/${id}/schedstat`).split(" ")[0] || 0) / 1000;
  return { us: micros(pid) + sum(micros) + ended_us, waits: sum((id) => Number(text(`/proc/${id}/status`).match(/^voluntary_ctxt_switches:\s+(\d+)/m)?.[1] ?? 0)) };
}

export function memory(pid) {
  return Number(text(`/proc/${pid}/status`).match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) * 1024;
}
