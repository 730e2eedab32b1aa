import { useSyncExternalStore } from 'react';

/** In the order of the navigation, which is also that of the keys. */
export const pages = [
  'overview', 'customers', 'deliveries', 'orders', 'jobs', 'imports', 'marketing', 'doctor', 'settings', 'setup',
] as const;
/** Reached from a page of the navigation, and not from there. */
export const asides = ['erasures'] as const;
export type Page = (typeof pages)[number] | (typeof asides)[number];

const all: readonly Page[] = [...pages, ...asides];
const keys = '1234567890';

/** The key that goes to a page. */
export const keyOf = (page: Page): string | undefined => keys[all.indexOf(page)];

/** `account` is null for all shops; `id` is the one thing that the page is about; `new` is the guide for a shop that is not there yet. */
export type Route = { page: Page; account: string | null; id?: string; search?: Record<string, string> } | { page: 'new' };

const isPage = (text: string | undefined): text is Page => all.some((page) => page === text);
const isId = (text: string | undefined): text is string => /^\d+$/.test(text ?? '');

/** Only these pages have a page of their own for one thing. */
const withDetail: Page[] = ['customers', 'deliveries', 'erasures'];

function pageRoute(account: string | null, name: string | undefined, id: string | undefined): Route {
  const page = isPage(name) ? name : 'overview';
  return withDetail.includes(page) && isId(id) ? { page, account, id } : { page, account };
}

/** "/", "/new", "/deliveries", "/deliveries/900", "/accounts/1/customers/77"; anything else is the overview. */
export function parseRoute(path: string): Route {
  const [first, ...rest] = path.split('/').filter((part) => part !== '');
  if (first === 'new') return { page: 'new' };
  if (first === 'accounts' && isId(rest[0])) return pageRoute(rest[0], rest[1], rest[2]);
  return pageRoute(null, first, rest[0]);
}

export function pathOf(route: Route): string {
  if (route.page === 'new') return '/new';
  const place = route.account === null ? `/${route.page}` : `/accounts/${route.account}/${route.page}`;
  const query = new URLSearchParams(route.search).toString();
  return `${place}${route.id === undefined ? '' : `/${route.id}`}${query === '' ? '' : `?${query}`}`;
}

const changed = new EventTarget();
const tell = () => changed.dispatchEvent(new Event('navigate'));
const here = () => window.location.pathname + window.location.search;

/** What an entry of the browser's history knows beside its address. */
interface Entry {
  /** Where one came from. */
  from?: string;
  /** The pages of a list that were passed on the way, newest first. */
  trail?: string[];
}

const entry = (): Entry => (window.history.state as Entry | null) ?? {};

export function navigate(route: Route): void {
  window.history.pushState({ from: here() } satisfies Entry, '', pathOf(route));
  window.scrollTo({ top: 0 });
  tell();
}

/** To where one came from, when that is the list with its filter; else to the list as it is. */
export function navigateBack(list: Route): void {
  const from = entry().from;
  if (from?.split('?')[0] !== pathOf(list)) {
    navigate(list);
    return;
  }
  window.history.pushState({ from: here() } satisfies Entry, '', from);
  tell();
}

export const trailHere = (): string[] => entry().trail ?? [];

/** Other parameters for the same page: a step that the browser's Back takes back when there is a trail, else in its place. */
export function changeSearch(query: Record<string, string>, trail?: string[]): void {
  const text = new URLSearchParams(query).toString();
  const address = window.location.pathname + (text === '' ? '' : `?${text}`);
  if (trail) window.history.pushState({ ...entry(), trail } satisfies Entry, '', address);
  else window.history.replaceState({ ...entry(), trail: [] } satisfies Entry, '', address);
  tell();
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

/** The parameters in the address. */
export function useSearch(): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(useSyncExternalStore(subscribe, () => window.location.search)));
}
