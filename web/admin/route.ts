import { useSyncExternalStore } from 'react';
import { parseRoute, pathOf, type Route } from './route_path';

export * from './route_path';

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
