// Sends what `fetch` would refuse or mend: addresses as they stand, bodies with any method, any Content-Type or none.
import http from 'node:http';
import net from 'node:net';
import { answerMsMax } from './options.mjs';

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

/** Part of an address; what is `{raw}` stays as it is. */
export const addressText = (value) => (value?.raw !== undefined ? value.raw : encodeURIComponent(String(value).toWellFormed()));

export function addressOf(template, params = {}, query = []) {
  const path = template.replace(/\{(\w+)\}/g, (_, name) => addressText(params[name]));
  const asked = query.map(([name, value]) => `${addressText(name)}=${addressText(value)}`).join('&');
  return asked ? `${path}?${asked}` : path;
}

/** Answers as caller.mjs does. Throws when no answer came in time, or none at all. */
export function send(origin, { method, address, headers = {}, payload }) {
  const said = `${method} ${address.slice(0, 300)}`;
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const length = payload === undefined ? {} : { 'Content-Length': Buffer.byteLength(payload) };
    const request = http.request({ hostname, port, path: address, method, agent, headers: { ...headers, ...length } });
    const late = setTimeout(() => request.destroy(new Error(`HANG: no answer within ${answerMsMax} ms: ${said}`)), answerMsMax);
    const end = (finish, value) => {
      clearTimeout(late);
      finish(value);
    };
    request.on('error', (error) => end(reject, new Error(`${said}: ${error.message}`, { cause: error })));
    request.on('response', (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', (error) => end(reject, error));
      answer.on('end', () => end(resolve, readAnswer(answer, Buffer.concat(parts).toString('utf8'))));
    });
    request.end(payload);
  });
}

function readAnswer({ statusCode, headers }, text) {
  const contentType = headers['content-type'] ?? null;
  const body = contentType?.startsWith('application/json') ? JSON.parse(text) : undefined;
  return { status: statusCode, contentType, headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null }, text, body };
}

/** Writes bytes to the listener, no more to come, and answers what came back until it closed. Throws when it never does. */
export function sendBytes(origin, bytes) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const parts = [];
    const socket = net.connect({ port: Number(port), host: hostname, allowHalfOpen: true }, () => socket.end(bytes));
    const late = setTimeout(
      () => reject(new Error(`HANG: the connection stands after ${answerMsMax} ms: ${bytes.slice(0, 300)}`)),
      answerMsMax,
    );
    const finish = () => {
      clearTimeout(late);
      socket.destroy();
      resolve(Buffer.concat(parts).toString('latin1'));
    };
    socket.on('data', (part) => parts.push(part));
    socket.on('error', finish);
    socket.on('end', finish);
  });
}
