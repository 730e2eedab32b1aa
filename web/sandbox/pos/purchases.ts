import type { Purchase } from './types';

/** Where tills and a web shop meet, each brings its own order; the cashier looks for what was bought last. */
export function newestFirst(purchases: Purchase[]): Purchase[] {
  const time = (purchase: Purchase) => new Date(purchase.orderdate).getTime() || 0;
  return [...purchases].sort((one, other) => time(other) - time(one));
}
