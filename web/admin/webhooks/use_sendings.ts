import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../api/client';
import { useEndpointParams, type Endpoint } from './endpoint';
import type { MessageFilter } from './message_filter';

const rowsPerPage = 25;
const soon_ms = 5_000;
const later_ms = 30_000;

/** The page of messages before one of them, read anew by itself. */
export function useSendings(endpoint: Endpoint, filter: MessageFilter, before: string | undefined) {
  const { account } = useEndpointParams(endpoint);
  return useQuery({
    queryKey: ['sendings', account, endpoint.endpoint_id, filter, before],
    queryFn: () =>
      client.get('/api/v1/accounts/{account}/messages', {
        params: { account },
        query: { endpoint: endpoint.endpoint_id, ...filter, before, limit: rowsPerPage },
      }),
    refetchInterval: before === undefined ? soon_ms : later_ms,
    placeholderData: keepPreviousData,
  });
}
