import { client, type Schemas } from '../api/client';
import type { Filter } from './filter';

export type Delivery = Schemas['Delivery'];

export const rowsPerPage = 25;
const rounds_max = 4;

export interface Found {
  items: Delivery[];
  /** Where older ones go on; null is the end. */
  next: string | null;
  /** The page is not full, and still not all has been searched. */
  isPartial: boolean;
  rounds: number;
}

interface Where {
  account?: string;
  criteria: Omit<Filter, 'last'>;
  before: string | undefined;
  signal: AbortSignal;
}

/** One page. A rare match may lie far back: the server then answers little or nothing and is asked again, a few times. */
export async function searchDeliveries({ account, criteria, before, signal }: Where): Promise<Found> {
  const items: Delivery[] = [];
  let next: string | null | undefined = before;
  let rounds = 0;
  while (next !== null && items.length < rowsPerPage && rounds < rounds_max && !signal.aborted) {
    const query = { account, ...criteria, before: next, limit: rowsPerPage - items.length };
    const answer: { items: Delivery[]; next: string | null } = await client.get('/api/v1/deliveries', { query });
    items.push(...answer.items);
    next = answer.next;
    rounds += 1;
  }
  return { items, next: next ?? null, isPartial: next !== null && items.length < rowsPerPage, rounds };
}
