import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../api/client';

const limit = 50;
const pages_live_max = 3;

/** Newest first, a page at a time; read anew by itself, more seldom when many pages are shown. */
export function useTimeline(account: string, customer: string) {
  return useInfiniteQuery({
    queryKey: ['timeline', account, customer],
    queryFn: ({ pageParam }) =>
      client.get('/api/v1/customers/{customer}/timeline', { params: { customer }, query: { account, before: pageParam ?? undefined, limit } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > pages_live_max ? 60_000 : 5_000),
  });
}
