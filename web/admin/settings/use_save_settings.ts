import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastDone } from '../../components/toast';
import { client } from '../api/client';
import { useTexts } from '../language';

export type Json = Record<string, unknown>;

/** Merges into one member of an account's settings; the server's refusal stays in `error`, for the form to show. */
export function useSaveSettings(account: string, member: string) {
  const queries = useQueryClient();
  const { words } = useTexts();
  return useMutation({
    mutationFn: (patch: Json | null) =>
      client.patch('/api/v1/accounts/{account}', { settings: { [member]: patch } }, { params: { account } }),
    onSuccess: async (changed) => {
      queries.setQueryData(['account', account], changed);
      await queries.invalidateQueries({ queryKey: ['feeds'] });
      toastDone(words.saved);
    },
  });
}

/** A member of settings that is an object; empty when there is none. */
export function memberOf(settings: Json, member: string): Json {
  const value = settings[member];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export const textOf = (object: Json, name: string): string => {
  const value = object[name];
  return typeof value === 'string' ? value : '';
};
