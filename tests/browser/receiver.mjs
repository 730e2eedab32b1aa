// What an integrator runs: takes messages, verifies them as standardwebhooks.com says, and answers as it is told to.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

/** The signature that a message has by this secret. */
export function signatureOf(secret, { headers, body }) {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

export async function startReceiver() {
  /** What came, the oldest first: headers, the body as it came, and what it says. */
  const taken = [];
  const receiver = { taken, answer: { status: 204, body: '' } };
  const server = createServer(async (request, response) => {
    request.setEncoding('utf8');
    let body = '';
    for await (const part of request) body += part;
    taken.push({ headers: request.headers, body, message: JSON.parse(body) });
    response.writeHead(receiver.answer.status).end(receiver.answer.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    /** The newest message of a type; waits for one that came after so many. */
    async next(type, after) {
      for (let i = 0; i < 200; ++i) {
        const found = taken.slice(after).findLast(({ message }) => message.type === type);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No ${type} comes: ${JSON.stringify(taken.map(({ message }) => message.type))}`);
    },
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  });
}
