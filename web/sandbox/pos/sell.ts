import { ApiError, messageOf } from '../../components/api';
import type { Contact } from '../contact/contact';
import { saleOf, spentChecks, type Basket, type Refusal } from './basket';
import { leftMinor, usableChecks, type UsedCheck } from './bonus';
import type { Part } from './parts';
import { posApi } from './pos_api';
import type { Sold } from './types';

/** No sale was made, because of a bonus check; `customer` is the card as it is now, if it could be had. */
export class ChecksRefused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly customer: Contact | null,
  ) {
    super(refusal.message);
    this.name = 'ChecksRefused';
  }
}

export async function sell(basket: Basket, parts: Part[]): Promise<Sold> {
  const used = spentChecks(basket);
  try {
    return await posApi.sell(saleOf(basket, parts));
  } catch (error) {
    if (!isAboutChecks(error, used)) throw error;
    const fresh = basket.customer ? await posApi.customer(basket.customer.contactid).catch(() => null) : null;
    const checks = refusedAmong(used, error, fresh).map(({ check }) => ({ id: check.bonuscheckid, name: check.name }));
    throw new ChecksRefused({ checks, message: messageOf(error) }, fresh);
  }
}

function isAboutChecks(error: unknown, used: UsedCheck[]): error is ApiError {
  if (!(error instanceof ApiError) || used.length === 0) return false;
  if (error.field !== null) return error.field.startsWith('bonus_checks');
  return [400, 404, 409].includes(error.status);
}

/**
 * The one that the answer names (`bonus_checks.1`); otherwise those that the fresh card no longer covers, because they
 * were used at another till; otherwise it may be any of them.
 */
export function refusedAmong(used: UsedCheck[], error: ApiError, fresh: Contact | null): UsedCheck[] {
  const named = used[Number(/^bonus_checks\.(\d+)/.exec(error.field ?? '')?.[1])];
  if (named) return [named];
  const isCovered = ({ check, amountMinor }: UsedCheck) =>
    usableChecks(fresh).some((one) => one.bonuscheckid === check.bonuscheckid && leftMinor(one) >= amountMinor);
  const gone = fresh ? used.filter((one) => !isCovered(one)) : [];
  return gone.length > 0 ? gone : used;
}
