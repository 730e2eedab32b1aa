import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChosen } from '../accounts';
import { criteriaOf, type Filter } from './filter';
import { searchDeliveries } from './search_deliveries';

const soon_ms = 5_000;
const later_ms = 30_000;

/** The page of deliveries before one of them, read anew by itself; seldom where it takes the server many looks. */
export function useDeliveries(filter: Filter, before: string | undefined) {
  const { account } = useChosen();
  const of = account ? { account: account.account_id } : {};
  return useQuery({
    queryKey: ['deliveries', of, filter, before],
    queryFn: ({ signal }) =>
      searchDeliveries({ ...of, criteria: criteriaOf(filter, new Date(), account?.time_zone), before, signal }),
    refetchInterval: ({ state }) => ((state.data?.rounds ?? 1) > 1 || before !== undefined ? later_ms : soon_ms),
    placeholderData: keepPreviousData,
  });
}
