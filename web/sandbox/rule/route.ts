import { useSyncExternalStore } from 'react';

export const listViews = ['customers', 'mailbox', 'automations', 'tags', 'developer'] as const;

export type ListView = (typeof listViews)[number];

/** Which view of which account; `account` is null until the list of accounts says which ones there are. */
export type Route = { view: ListView; account: number | null } | { view: 'customer'; account: number; id: number };

/** /rule, /rule/1/customers, /rule/1/customers/42, /rule/1/mailbox; anything else is the customer list. */
export function parseRoute(path: string): Route {
  const match = /^\/rule(?:\/(\d+))?(?:\/([a-z]+)(?:\/(\d+))?)?\/?$/.exec(path);
  const account = match?.[1] ? Number(match[1]) : null;
  const view = listViews.find((name) => name === match?.[2]) ?? 'customers';
  if (view === 'customers' && match?.[3] && account !== null) return { view: 'customer', account, id: Number(match[3]) };
  return { view, account };
}

export function pathOf(route: Route): string {
  const base = route.account === null ? '/rule' : `/rule/${String(route.account)}`;
  if (route.view === 'customer') return `${base}/customers/${String(route.id)}`;
  if (route.view === 'customers' && route.account === null) return base;
  return `${base}/${route.view}`;
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
