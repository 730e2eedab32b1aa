import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../api/client';
import { useAccountId } from './endpoint';

const soon_ms = 2_000;

/** One message with its payload and each try. */
export const messageQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ['message', account, id],
    queryFn: () => client.get('/api/v1/accounts/{account}/messages/{message}', { params: { account, message: id } }),
  });

/** Read anew when its next try is due, as long as there is one to come. */
export function useMessage(id: string) {
  return useQuery({
    ...messageQuery(useAccountId(), id),
    refetchInterval: ({ state }) => {
      const due = state.data?.sendings.flatMap(({ next_at }) => (next_at === null ? [] : [new Date(next_at).getTime()])) ?? [];
      return due.length === 0 ? false : Math.max(soon_ms, Math.min(...due) - Date.now());
    },
  });
}
