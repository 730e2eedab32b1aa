/** In the order of the navigation, which is also that of the keys. */
export const pages = [
  'overview', 'customers', 'deliveries', 'orders', 'jobs', 'imports', 'marketing', 'doctor', 'settings', 'setup', 'webhooks',
  'access', 'audit',
] as const;
/** Reached from a page of the navigation, and not from there. */
export const asides = ['erasures'] as const;
export type Page = (typeof pages)[number] | (typeof asides)[number];

const all: readonly Page[] = [...pages, ...asides];
const keys = '1234567890';

/** The key that goes to a page; the digits are not enough for all. */
export const keyOf = (page: Page): string | undefined => keys[all.indexOf(page)];

/** `account` is null for all shops; `id` is the one thing that the page is about; `new` is the guide for a shop that is not there yet. */
export type Route = { page: Page; account: string | null; id?: string; search?: Record<string, string> } | { page: 'new' };

const isPage = (text: string | undefined): text is Page => all.some((page) => page === text);
const isId = (text: string | undefined): text is string => /^\d+$/.test(text ?? '');

/** Only these pages have a page of their own for one thing. */
const withDetail: Page[] = ['customers', 'deliveries', 'webhooks', 'erasures'];

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
