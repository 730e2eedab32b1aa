import type { BonusCheck, Contact } from '../contact/contact';

/** A bonus check that this purchase is to use; `amountMinor` is null for as much of it as the purchase takes. */
export interface ChosenCheck {
  id: string;
  amountMinor: number | null;
}

/** What a bonus check takes off this purchase. */
export interface UsedCheck {
  check: BonusCheck;
  amountMinor: number;
}

/** The CRM writes amounts as text or as numbers; what is neither is worth nothing. */
function minorOf(amount: string | number): number {
  const value = Number(amount);
  return Number.isFinite(value) ? Math.round(value * 100) : 0;
}

export const valueMinor = (check: BonusCheck) => minorOf(check.value);

export const leftMinor = (check: BonusCheck) => minorOf(check.remaining ?? check.value);

export function usableChecks(customer: Contact | null): BonusCheck[] {
  return (customer?.bonuschecks ?? []).filter((check) => !check.redeemed && leftMinor(check) > 0);
}

export type CheckState = 'open' | 'used' | 'expired' | 'foreign';

/** What the till offers. A check in another currency is the customer's all the same, but cannot be used here. */
export function stateOf(check: BonusCheck, currency: string, now: Date): CheckState {
  if (check.redeemed || leftMinor(check) <= 0) return 'used';
  if (isOver(check.validto ?? '', now)) return 'expired';
  return (check.currency || currency) === currency ? 'open' : 'foreign';
}

/** A date, also when it is written as that day's midnight, is good until the day is over. */
function isOver(validTo: string, now: Date): boolean {
  if (/^\d{4}-\d\d-\d\d([T ]00:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(validTo)) {
    return validTo.slice(0, 10) < now.toLocaleDateString('sv-SE');
  }
  return new Date(validTo) < now;
}

/** Checks are used in the order they were chosen; together they never take more than the goods cost. */
export function takenBy(customer: Contact | null, chosen: ChosenCheck[], goodsMinor: number): UsedCheck[] {
  const usable = usableChecks(customer);
  let restMinor = goodsMinor;
  return chosen.flatMap(({ id, amountMinor }) => {
    const check = usable.find((one) => one.bonuscheckid === id);
    if (!check) return [];
    const takenMinor = Math.min(leftMinor(check), amountMinor ?? restMinor, restMinor);
    restMinor -= takenMinor;
    return [{ check, amountMinor: takenMinor }];
  });
}

/** The most that a part of this check can be: what is left of it, and what the other checks leave of the purchase. */
export function partMaxMinor(check: BonusCheck, used: UsedCheck[], goodsMinor: number): number {
  // Before the first product is there, only the check itself is a bound.
  if (goodsMinor === 0) return leftMinor(check);
  const others = used.filter((one) => one.check.bonuscheckid !== check.bonuscheckid);
  return Math.min(leftMinor(check), goodsMinor - others.reduce((sum, one) => sum + one.amountMinor, 0));
}
