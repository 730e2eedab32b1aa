// A small CRM server of both SPIs, and an endpoint of events, that does all that `kassabro check` looks for, but for one planted fault:
// node wrong_server.mjs [FAULT]; prints its address, and ends with its standard input. faults.mjs lists what can be wrong.
import { createServer } from 'node:http';
import { v1 } from './crm_v1.mjs';
import { v2 } from './crm_v2.mjs';
import { events } from './events_endpoint.mjs';
import { faults } from './faults.mjs';

/** Who may call: `kassabro check --token secret`, or `--user till --password secret`. */
const mayCall = ({ authorization }) => authorization === 'Bearer secret' || authorization === `Basic ${btoa('till:secret')}`;

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** What the shop holds: its people with their bonus checks and purchases. One of them has a check from the beginning. */
export function newShop() {
  const holder = { id: '7', email: 'holder@example.com', mobile: '+46701000007', first: 'Bo', last: 'Holder', purchases: [{ order_id: '1' }] };
  holder.checks = [{ id: 'B-1', receipt: null }];
  return { people: [holder], seenEvents: new Set() };
}

async function answer(shop, has, request) {
  const url = new URL(request.url, 'http://here');
  const [, contract, ...rest] = url.pathname.split('/');
  const handle = { v1, v2, events }[contract];
  if (!handle) return { status: 404, body: {} };
  if (!mayCall(request.headers) && !has('open-door')) return { status: 401, body: {} };
  const text = await bodyOf(request);
  let body;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    return { status: has('bad-json-500') ? 500 : contract === 'events' ? 200 : 400, body: {} };
  }
  return handle({ shop, has, method: request.method, path: `/${rest.join('/')}`, query: url.searchParams, body, rawQuery: url.search });
}

/** One call of each contract is enough, and a test need not wait for more: of events that which says nothing of who calls. */
const isSlow = ({ url, headers }) => url.endsWith('/consents') || (url.endsWith('/events') && headers.authorization === undefined);

export function wrongServer(fault) {
  const shop = newShop();
  const has = (name) => name === fault;
  return createServer(async (request, response) => {
    const { status, body } = await answer(shop, has, request);
    if (has('slow') && isSlow(request)) await new Promise((resolve) => setTimeout(resolve, 1_100));
    response.writeHead(status, { 'Content-Type': has('wrong-type') ? 'text/html' : 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
}

if (process.argv[1]?.endsWith('wrong_server.mjs')) {
  const fault = process.argv[2] ?? '';
  if (fault !== '' && !faults.some(({ name }) => name === fault)) throw new Error(`no such fault: ${fault}`);
  const server = wrongServer(fault).listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
  process.stdin.resume().on('end', () => process.exit(0));
}
