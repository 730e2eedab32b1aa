import type { Route } from '../route_path';

/** Calls that were made before there was anybody to wait for the answer, by their addresses. */
const asked = new Map<string, Promise<Response>>();

/** What the first page shows must not be older; who comes later asks anew. */
const age_max_ms = 10_000;

function ask(address: string): Promise<Response> {
  const answer = fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  // Whoever takes it hears of it; nobody need take it.
  answer.catch(() => undefined);
  asked.set(address, answer);
  return answer;
}

/** As the page will choose: the shop of the address, else the only one there is, else all. */
async function overviewAddress(accounts: Promise<Response>, account: string | null): Promise<string> {
  const of = (id: string) => `/api/v1/overview?account=${id}`;
  if (account !== null) return of(account);
  const { items } = (await (await accounts).clone().json()) as { items: { account_id: string }[] };
  const [only, ...others] = items;
  return only && others.length === 0 ? of(only.account_id) : '/api/v1/overview';
}

/** Asks for what the page will need, while its scripts are still on their way. */
export function askEarly(route: Route, isInside: boolean): void {
  ask('/api/v1/session');
  if (!isInside) return;
  const accounts = ask('/api/v1/accounts');
  if (route.page === 'overview') overviewAddress(accounts, route.account).then(ask).catch(() => undefined);
}

/** The answer to such a call, once. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const answer = asked.get(address);
  asked.delete(address);
  return performance.now() < age_max_ms ? answer : undefined;
}
