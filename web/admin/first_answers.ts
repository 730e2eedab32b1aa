import type { QueryClient } from '@tanstack/react-query';
import { accountsQuery } from './accounts';
import { sessionQuery } from './door/session';
import { overviewQuery } from './overview/use_overview';
import type { Route } from './route_path';

/** Whoever waits longer sees the page without them. */
const wait_max_ms = 300;

async function ask(queries: QueryClient, route: Route): Promise<void> {
  const { state } = await queries.fetchQuery(sessionQuery);
  if (state !== 'signed_in') return;
  const [only, ...others] = await queries.fetchQuery(accountsQuery);
  if (route.page !== 'overview') return;
  await queries.prefetchQuery(overviewQuery(route.account ?? (others.length === 0 ? only?.account_id : undefined)));
}

/**
 * What was asked early is put where the pages look for it. A page that finds its answers is drawn once; otherwise every answer draws it anew,
 * and on a phone each time is a tenth of a second in which nothing can be touched. What fails here is asked for again by the page, which says so.
 */
export async function firstAnswers(queries: QueryClient, route: Route): Promise<void> {
  const enough = new Promise((resolve) => setTimeout(resolve, wait_max_ms));
  await Promise.race([ask(queries, route).catch(() => undefined), enough]);
}
