import { useSyncExternalStore } from 'react';

/** In the order of the navigation, which is also that of the keys 1 to 9. */
export const pages = ['overview', 'deliveries', 'orders', 'jobs', 'imports', 'marketing', 'doctor', 'settings', 'setup'] as const;
export type Page = (typeof pages)[number];

/** `account` is null for all shops; `new` is the guide for a shop that is not there yet. */
export type Route = { page: Page; account: string | null } | { page: 'new' };

const isPage = (text: string | undefined): text is Page => pages.some((page) => page === text);

/** "/", "/new", "/deliveries", "/accounts/1/deliveries"; anything else is the overview. */
export function parseRoute(path: string): Route {
  const [first, second, third] = path.split('/').filter((part) => part !== '');
  if (first === 'new') return { page: 'new' };
  if (first === 'accounts' && /^\d+$/.test(second ?? '')) {
    return { page: isPage(third) ? third : 'overview', account: second ?? null };
  }
  return { page: isPage(first) ? first : 'overview', account: null };
}

export function pathOf(route: Route): string {
  if (route.page === 'new') return '/new';
  return route.account === null ? `/${route.page}` : `/accounts/${route.account}/${route.page}`;
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
