// Calls an operation of the document, as whoever is wanted.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Headers of those who may: the command line with the token, the pages with the cookie and its counterpart. */
export const withToken = (token) => ({ Authorization: `Bearer ${token}` });
export const withCookie = (cookie) => ({ Cookie: cookie });
export const withSession = ({ cookie, csrf }) => ({ Cookie: cookie, 'X-CSRF-Token': csrf });

export const adminToken = async (data) => (await readFile(path.join(data, 'admin.token'), 'utf8')).trim();

/**
 * request: `params` of the path, `query`, and a body: `body` to be sent as JSON, or `raw` to be sent as it is.
 * Answers status, contentType, headers, the body's text and, when it is JSON, its value.
 */
export async function call(adminUrl, operation, request, headers) {
  const address = adminUrl + addressOf(operation.path, request);
  const answer = await fetch(address, { method: operation.method, ...contentOf(operation, request, headers) });
  const text = await answer.text();
  const contentType = answer.headers.get('content-type');
  const body = contentType?.startsWith('application/json') ? JSON.parse(text) : undefined;
  return { status: answer.status, contentType, headers: answer.headers, text, body };
}

function addressOf(template, { params = {}, query = {} }) {
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name]));
  const asked = new URLSearchParams(query).toString();
  return asked ? `${filled}?${asked}` : filled;
}

function contentOf({ contentType }, { body, raw }, headers) {
  if (body === undefined && raw === undefined) return { headers };
  return { headers: { ...headers, 'Content-Type': contentType }, body: raw ?? JSON.stringify(body) };
}
