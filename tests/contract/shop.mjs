// The servers under test with a shop that has something to show, and what the cases need to speak to it.
import { startOwnServers } from '../browser/servers.mjs';
import { adminToken, call, withSession, withToken } from './caller.mjs';
import { tellStory } from './story.mjs';

export const password = 'correct horse battery';

/** `more` are settings of the server besides the usual ones. */
export async function openShop(operations, more = {}) {
  const servers = await startOwnServers(more);
  try {
    const shop = await shopOn(servers, operations);
    await tellStory(shop);
    return shop;
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

async function shopOn(servers, operations) {
  const token = withToken(await adminToken(servers.data));
  const shop = { servers, token, close: servers.stop };

  /** An operation of the document. Without `headers` the caller is the command line. */
  shop.call = (id, request = {}, headers = token) => {
    const operation = operations.find((one) => one.id === id);
    if (!operation) throw new Error(`the document has no operation ${id}`);
    return call(servers.adminUrl, operation, request, headers);
  };
  shop.ask = async (path) => (await fetch(servers.adminUrl + path, { headers: token })).json();
  /** The rows of a list, once `isEnough` says so of them. */
  shop.until = async (list, isEnough) => {
    let rows;
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 20))) {
      rows = (await shop.ask(`/api/v1/${list}`)).items;
      if (await isEnough(rows)) return rows;
    }
    throw new Error(`what was to come to ${list} has not come: ${JSON.stringify(rows)}`);
  };
  shop.untilIdle = (kind) =>
    shop.until(`jobs?account=${shop.account}`, (jobs) => !jobs.some((job) => job.kind === kind && ['waiting', 'running'].includes(job.state)));
  /** Sitoo REST answers so much later from now on: what reads from it takes long enough to be seen running. */
  shop.slowSitoo = (latency_ms) => fetch(`${servers.sandboxUrl}/control/sitoo/switches`, { method: 'PUT', body: JSON.stringify({ latency_ms }) });
  /** Somebody who signs in at the pages; the password must have been chosen. */
  shop.signIn = async () => sessionOf(await shop.call('signIn', { body: { password } }, {}));
  /** One session for all who need one. */
  shop.asPage = async () => withSession((shop.session ??= await shop.signIn()));
  return shop;
}

export function sessionOf(answer) {
  if (answer.status !== 200) throw new Error(`nobody is signed in: ${answer.status} ${answer.text}`);
  return { cookie: answer.headers.get('set-cookie').split(';')[0], csrf: answer.body.csrf };
}
