// What integrators get, by a receiver of their own: verified with the specification's own library, tried again, replayed, and by the
// example of docs/webhooks.md.
import assert from 'node:assert/strict';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { command, startOwnServers } from '../browser/servers.mjs';

const patience = 30_000;
const order = JSON.parse(readFileSync(new URL('../../fixtures/sitoo/spi_v1/transaction.json', import.meta.url), 'utf8'));

/** The first thing that `find` gives. */
async function eventually(find, what) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const found = await find();
    if (found) return found;
  }
  assert.fail(`it never came: ${what}`);
}

/** An integrator: remembers what comes, and answers the next calls as it is told, 204 otherwise. */
async function receiver() {
  const calls = [];
  const answers = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const { status = 204, headers = {}, body = '' } = answers.shift() ?? {};
      calls.push({ headers: request.headers, body: Buffer.concat(parts).toString(), path: request.url, at: Date.now(), status });
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ofType = (type) => calls.filter(({ body }) => JSON.parse(body).type === type);
  return {
    calls,
    ofType,
    answer: (...more) => answers.push(...more),
    url: `http://127.0.0.1:${server.address().port}/hook?for=warehouse`,
    close: () => new Promise((resolve) => server.close(resolve)),
    first: (type) => eventually(() => ofType(type)[0], type),
  };
}

describe('What integrators are told', { concurrency: false }, () => {
  let servers, account, token, one;

  const webhook = (...args) => command(servers, ['webhook', ...args, '--account', account]);
  const spi = async (method, path, body) => {
    const answer = await fetch(`${servers.kassabroUrl}/sitoo/v1${path}`, { method, headers: { Authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
    assert.equal(answer.status, 200, await answer.clone().text());
    return answer.json();
  };
  const sell = (orderid, more = {}) => spi('POST', '/transactions', { ...order, orderid, ...more });
  const sendings = (...filters) => webhook('messages', ...filters).items;
  const connected = async (...args) => {
    const there = await receiver();
    const endpoint = webhook('add', there.url, ...args);
    return { ...there, id: endpoint.endpoint_id, secret: endpoint.secret };
  };
  const leave = async (there) => {
    command(servers, ['webhook', 'set', there.id, '--account', account, '--disable']);
    await there.close();
  };
  /** What the library of the specification makes of a call; it throws when the signature is not good. */
  const verified = ({ secret }, { body, headers }) => new Webhook(secret).verify(body, headers);

  before(async () => {
    servers = await startOwnServers({ 'outbound.allow': '127.0.0.1' });
    const added = command(servers, ['account', 'add', '--name', 'Shop', '--rule-api-key', 'rk_webhooks']);
    account = added.account_id;
    token = added.api_token;
    one = await connected();
  });
  after(async () => {
    await one?.close();
    await servers?.stop();
  });

  it('is signed as the specification wants it', async () => {
    await spi('POST', '/contacts', { email: 'anna@example.com', mobile: '+46701234567', namefirst: 'Anna', accepts_email: true });
    const call = await one.first('customer.registered');
    const payload = verified(one, call);
    assert.equal(payload.data.customer.email, 'anna@example.com');
    assert.equal(payload.data.consents.email, true);
    assert.match(call.headers['webhook-id'], /^msg_[0-9a-f]{32}$/);
    assert.equal(call.headers['content-type'], 'application/json');
    assert.equal(call.path, '/hook?for=warehouse');
    assert.throws(() => verified({ secret: `whsec_${Buffer.from('another secret').toString('base64')}` }, call));
    assert.throws(() => verified(one, { ...call, body: call.body.replace('anna', 'anne') }));
  });

  it('is told of an order once, with its amounts', async () => {
    await sell('W-1');
    const call = await one.first('order.completed');
    const { data } = verified(one, call);
    assert.equal(data.order_id, 'W-1');
    assert.match(data.total, /^-?\d+\.\d\d$/);
    const sum = data.items.reduce((total, item) => total + Number(item.net), 0);
    assert.ok(Math.abs(sum - Number(data.net)) < 1, JSON.stringify(data));
    await sell('W-1');
    await sell('W-2');
    await eventually(() => one.ofType('order.completed').length === 2, 'the second order');
    assert.deepEqual(
      one.ofType('order.completed').map(({ body }) => JSON.parse(body).data.order_id),
      ['W-1', 'W-2'],
    );
  });

  it('is told when a customer chooses otherwise', async () => {
    const { data } = JSON.parse((await one.first('customer.registered')).body);
    await spi('PUT', `/contacts/${data.customer.contact_id}`, { accepts_email: false });
    const told = verified(one, await one.first('consent.changed')).data;
    assert.deepEqual([told.before.email, told.after.email, told.source], [true, false, 'sitoo_v1']);
  });

  it('is verified by the example of the documentation', async () => {
    const text = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
    const [, code] = /```js\n(import[\s\S]*?)```/.exec(text);
    const body = code.replace(/^import .*$/gm, '').replaceAll('export ', '');
    const verify = new Function('createHmac', 'timingSafeEqual', 'Buffer', `${body}; return verify;`)(createHmac, timingSafeEqual, Buffer);
    const call = one.ofType('order.completed')[0];
    assert.equal(verify(one.secret, call.headers, call.body).type, 'order.completed');
    assert.throws(() => verify(one.secret, call.headers, `${call.body} `));
    assert.throws(() => verify(one.secret, { ...call.headers, 'webhook-timestamp': '1' }, call.body));
  });

  it('is signed by both secrets for a day after one was exchanged', async () => {
    const { secret } = command(servers, ['webhook', 'rotate', one.id, '--account', account]);
    assert.notEqual(secret, one.secret);
    command(servers, ['webhook', 'test', one.id, '--account', account]);
    const call = await one.first('endpoint.test');
    assert.equal(call.headers['webhook-signature'].split(' ').length, 2);
    for (const each of [secret, one.secret]) assert.equal(verified({ secret: each }, call).type, 'endpoint.test');
    assert.equal(command(servers, ['webhook', 'secret', one.id, '--account', account]).secret, secret);
  });

  it('comes again, with its id, to whoever was down, and shows each attempt', async () => {
    const two = await connected('--type', 'order.completed');
    two.answer({ status: 500, body: 'out of order' }, { status: 302, headers: { Location: one.url } });
    await sell('W-3');
    await eventually(() => two.calls.length === 2, 'the second attempt');
    assert.equal(two.calls[0].headers['webhook-id'], two.calls[1].headers['webhook-id']);
    assert.equal(two.calls[0].body, two.calls[1].body);
    assert.ok(two.calls[1].at - two.calls[0].at >= 4_000, 'five seconds, spread by a tenth');
    const [sending] = await eventually(() => {
      const rows = sendings('--endpoint', two.id);
      return rows[0].attempts === 2 && rows;
    }, 'the settled row');
    assert.equal(sending.state, 'pending');
    assert.match(sending.reason, /302; redirects are not followed/);
    const { sendings: all } = command(servers, ['webhook', 'show', sending.message_id, '--account', account]);
    const { tries } = all.find(({ endpoint_id }) => endpoint_id === two.id);
    assert.deepEqual(
      tries.map(({ status, answer }) => [status, answer]),
      [
        [500, 'out of order'],
        [302, ''],
      ],
    );
    assert.equal(command(servers, ['webhook', 'replay', sending.message_id, '--endpoint', two.id, '--account', account]).count, 1);
    await eventually(() => sendings('--endpoint', two.id)[0].state === 'delivered', 'the replayed message');
    verified(two, two.calls[2]);
    await leave(two);
  });

  it('is left alone when it says so', async () => {
    const three = await connected('--type', 'order.completed');
    three.answer({ status: 429, headers: { 'Retry-After': '8' } });
    await sell('W-4');
    await eventually(() => three.calls.length === 1, 'the first attempt');
    await sell('W-5');
    await eventually(() => three.calls.length === 3, 'both orders');
    assert.ok(three.calls[1].at - three.calls[0].at >= 7_000, `${three.calls[1].at - three.calls[0].at} ms`);
    await leave(three);
  });

  it('is not called any more when it is gone, and can be told later what it missed', async () => {
    const four = await connected('--type', 'order.completed');
    four.answer({ status: 410 });
    await sell('W-6');
    const gone = await eventually(() => webhook('list').items.find(({ endpoint_id, enabled }) => endpoint_id === four.id && !enabled), 'the end');
    assert.equal(gone.disabled_because, 'gone');
    await sell('W-7');
    command(servers, ['webhook', 'set', four.id, '--account', account, '--enable']);
    const recovered = command(servers, ['webhook', 'recover', four.id, '--since', '2020-01-01T00:00:00Z', '--account', account]);
    assert.equal(recovered.count, 1, 'what was told while it was disabled is not its own');
    await eventually(() => four.calls.length === 2, 'the recovered order');
    assert.equal(JSON.parse(four.calls[1].body).data.order_id, 'W-6');
    await leave(four);
  });

  it('delays nobody when it does not answer', async () => {
    const slow = createServer(() => {});
    await new Promise((resolve) => slow.listen(0, '127.0.0.1', resolve));
    webhook('add', `http://127.0.0.1:${slow.address().port}/`, '--type', 'order.completed');
    await sell('W-8');
    const began = Date.now();
    await eventually(() => one.ofType('order.completed').some(({ body }) => JSON.parse(body).data.order_id === 'W-8'), 'the order');
    assert.ok(Date.now() - began < 3_000);
    slow.closeAllConnections();
    await new Promise((resolve) => slow.close(resolve));
  });

  it('goes with a person who is erased, and stands in what is exported of them', async () => {
    const { data } = JSON.parse((await one.first('customer.registered')).body);
    const id = data.customer.contact_id;
    const exported = command(servers, ['gdpr', 'export', id, '--account', account]);
    const told = exported.webhook_messages.find(({ type }) => type === 'customer.registered');
    assert.ok(told.answers.length > 0 && told.answers.every(({ at, status, answer }) => at && status >= 0 && typeof answer === 'string'), JSON.stringify(told));
    const erased = command(servers, ['gdpr', 'erase', id, '--account', account, '--confirm', id]);
    assert.ok(erased.removed.some(({ what, count }) => what === 'webhook_messages' && count > 0), JSON.stringify(erased));
    assert.ok(sendings('--type', 'customer.registered').length === 0);
  });
});
