import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, keepCsrf, onSignedOut, type Schemas } from '../api/client';

export type Session = Schemas['Session'];

const key = ['session'];

export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: async () => {
    const session = await client.get('/api/v1/session');
    keepCsrf(session);
    return session;
  },
  staleTime: Infinity,
});

/** Who is signed in. A call that is answered 401 ends it here, too. */
export function useSession() {
  const queries = useQueryClient();
  useEffect(() => {
    onSignedOut(() => {
      queries.setQueryData<Session>(key, { state: 'signed_out' });
    });
  }, [queries]);
  return useQuery(sessionQuery);
}

/** What the server answered to a sign-in or sign-out counts from now on; what was shown to somebody else is forgotten. */
export function useSetSession(): (session: Session) => void {
  const queries = useQueryClient();
  return (session) => {
    keepCsrf(session);
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
    queries.setQueryData(key, session);
  };
}
