// Calls, and waiting for what comes of them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const adminToken = async (data) => (await readFile(path.join(data, 'admin.token'), 'utf8')).trim();

/** {status, headers, text} of any answer. */
export async function call(url, method, body = undefined, headers = {}) {
  const answer = await fetch(url, { method, headers, body });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A call that must be answered well, or with `status`; its JSON. */
export async function sent(url, method, body = undefined, headers = {}, status = undefined) {
  const content = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const answer = await call(url, method, content, headers);
  const isGood = status === undefined ? answer.status < 300 : answer.status === status;
  if (!isGood) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return /^\s*[[{"]/.test(answer.text) ? JSON.parse(answer.text) : answer.text;
}

export async function until(what, isSo) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 20)))
    if (await isSo()) return;
  throw new Error(`this has not come: ${what}`);
}
