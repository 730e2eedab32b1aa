import { useQuery } from '@tanstack/react-query';
import type { Schemas } from './api/client';
import { sessionQuery } from './door/session';

export type Scope = Schemas['Scope'];
export type Role = Schemas['Role'];

/** As the server has them, from seeing little to handing out rights. */
export const scopes: Scope[] = ['read', 'customers', 'erase', 'deliveries', 'marketing', 'jobs', 'imports', 'accounts', 'audit', 'access'];
export const roles: Role[] = ['support', 'marketer', 'read_only', 'owner'];

/** The session as the gate has asked for it; nothing is asked for here. */
export const useSignedIn = () => useQuery({ ...sessionQuery, enabled: false }).data;

/** What the one who is signed in may do. The server decides; this is for not showing what it would refuse. */
export function useMay(): (scope: Scope) => boolean {
  const session = useSignedIn();
  return (scope) => session?.scopes?.includes(scope) ?? false;
}
