import { useQuery } from '@tanstack/react-query';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import type { Filter } from './filter';

export interface Count {
  count: number;
  /** False: counting stopped there. */
  exact: boolean;
}

/** How many match; counted once, anew each time somebody asks. */
export function useCount(criteria: Omit<Filter, 'last'>) {
  const { account } = useChosen();
  return useQuery<Count>({
    queryKey: ['delivery-count', account?.account_id, criteria],
    queryFn: () => client.get('/api/v1/deliveries/count', { query: { account: account?.account_id, ...criteria } }),
    staleTime: Infinity,
    gcTime: 0,
  });
}
