import { QueryClient } from '@tanstack/react-query';

/** Every call of a page goes through it. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true, staleTime: 1_000 } },
});
