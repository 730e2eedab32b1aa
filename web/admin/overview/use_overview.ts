import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../api/client';

export const overviewQuery = (account: string | undefined) =>
  queryOptions({
    queryKey: ['overview', account ?? 'all'],
    queryFn: () => client.get('/api/v1/overview', { query: { account } }),
  });

/** How it goes, asked again and again; of one account, or of all. */
export function useOverview(account: string | undefined, every_ms = 5_000) {
  return useQuery({
    ...overviewQuery(account),
    refetchInterval: every_ms,
    placeholderData: keepPreviousData,
  });
}

/** The last 30 days; they cost the server more, so they are asked for only where they are shown, and seldom. */
export function useDays(account: string | undefined, isShown: boolean) {
  return useQuery({
    queryKey: ['overview-days', account ?? 'all'],
    queryFn: async () => (await client.get('/api/v1/overview', { query: { account, days: 'true' } })).days,
    enabled: isShown,
    refetchInterval: 60_000,
  });
}
