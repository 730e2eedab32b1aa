import { useSyncExternalStore } from 'react';

/** Which view of which account; `account` is null until the list of accounts says which ones there are. */
export type Route =
  | { view: 'customers'; account: number | null }
  | { view: 'customer'; account: number; id: number }
  | { view: 'developer'; account: number | null };

/** /rule, /rule/1/customers, /rule/1/customers/42, /rule/1/developer; anything else is the customer list. */
export function parseRoute(path: string): Route {
  const match = /^\/rule(?:\/(\d+))?(?:\/(customers|developer)(?:\/(\d+))?)?\/?$/.exec(path);
  const account = match?.[1] ? Number(match[1]) : null;
  if (match?.[2] === 'developer') return { view: 'developer', account };
  if (match?.[3] && account !== null) return { view: 'customer', account, id: Number(match[3]) };
  return { view: 'customers', account };
}

export function pathOf(route: Route): string {
  const base = route.account === null ? '/rule' : `/rule/${String(route.account)}`;
  if (route.view === 'developer') return `${base}/developer`;
  if (route.view === 'customer') return `${base}/customers/${String(route.id)}`;
  return route.account === null ? base : `${base}/customers`;
}

const changed = new EventTarget();

export function navigate(route: Route): void {
  window.history.pushState(null, '', pathOf(route));
  window.scrollTo({ top: 0 });
  changed.dispatchEvent(new Event('navigate'));
}

function subscribe(listen: () => void): () => void {
  window.addEventListener('popstate', listen);
  changed.addEventListener('navigate', listen);
  return () => {
    window.removeEventListener('popstate', listen);
    changed.removeEventListener('navigate', listen);
  };
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.pathname));
}
