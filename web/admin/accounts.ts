import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { client, type Schemas } from './api/client';

export type Account = Schemas['Account'];
export type Connection = Schemas['Connection'];

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async () => (await client.get('/api/v1/accounts')).items,
});

export const useAccounts = () => useQuery({ ...accountsQuery, refetchInterval: 30_000 });

/** An account with its secrets and settings. */
export function useConnection(account: string) {
  return useQuery({
    queryKey: ['account', account],
    queryFn: () => client.get('/api/v1/accounts/{account}', { params: { account } }),
  });
}

/** The shops, and the one that the page is about; null: all of them. */
export interface Chosen {
  accounts: Account[];
  account: Account | null;
}

export const ChosenContext = createContext<Chosen>({ accounts: [], account: null });

export const useChosen = () => use(ChosenContext);

/** Of the chosen account, as a parameter of calls. */
export const useAccountQuery = () => {
  const { account } = useChosen();
  return account === null ? {} : { account: account.account_id };
};

/** The zone for times of a row: that of its account. */
export function zoneOf(accounts: Account[], accountId: string): string | undefined {
  return accounts.find((account) => account.account_id === accountId)?.time_zone;
}
