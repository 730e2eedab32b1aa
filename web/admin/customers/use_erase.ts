import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../api/client';
import { navigate } from '../route';

/** Erases, and goes to the certificate; what the browser remembers of the person goes, too. */
export function useErase(account: string, customer: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (confirm: string) => client.post('/api/v1/customers/{customer}/erase', { account, confirm }, { params: { customer } }),
    onSuccess: (certificate) => {
      queries.setQueryData(['erasure', account, certificate.erasure_id], certificate);
      navigate({ page: 'erasures', account, id: certificate.erasure_id });
      for (const kept of ['customer', 'timeline']) queries.removeQueries({ queryKey: [kept, account, customer] });
      void queries.invalidateQueries();
    },
  });
}
