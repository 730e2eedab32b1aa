import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../api/client';

/** How it goes, asked again and again; of one account, or of all. */
export function useOverview(account: string | undefined, every_ms = 5_000) {
  return useQuery({
    queryKey: ['overview', account ?? 'all'],
    queryFn: () => client.get('/api/v1/overview', { query: { account } }),
    refetchInterval: every_ms,
    placeholderData: keepPreviousData,
  });
}
