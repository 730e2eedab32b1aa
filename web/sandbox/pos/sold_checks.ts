/**
 * Which bonus checks the sales of this till used. A receipt does not say so, and a CRM may hide used checks, so that after a
 * return nothing else tells a check that is back from one that is new. Kept until the till is closed.
 */
const keyOf = (orderid: string) => `checks of sale ${orderid}`;

export function rememberChecks(orderid: string, ids: string[]): void {
  if (ids.length > 0) sessionStorage.setItem(keyOf(orderid), JSON.stringify(ids));
}

export function rememberedChecks(orderid: string): string[] {
  return JSON.parse(sessionStorage.getItem(keyOf(orderid)) ?? '[]') as string[];
}
