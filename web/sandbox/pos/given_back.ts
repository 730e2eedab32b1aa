import type { BonusCheck, Contact } from '../contact/contact';
import { leftMinor, type UsedCheck } from './bonus';
import { posApi } from './pos_api';
import type { Receipt } from './types';

/** Whose sale it was: a receipt names its customer by the member number. Null when the CRM cannot say. */
export async function cardOf(receipt: Receipt): Promise<Contact | null> {
  return receipt.membernumber === '' ? null : posApi.find(receipt.membernumber).catch(() => null);
}

const spendableMinor = (check: BonusCheck | undefined) => (!check || check.redeemed ? 0 : leftMinor(check));

/** The checks of which more can be used now than before, and how much more. */
export function givenBack(before: Contact, after: Contact): UsedCheck[] {
  return (after.bonuschecks ?? []).flatMap((check) => {
    const earlier = before.bonuschecks?.find((one) => one.bonuscheckid === check.bonuscheckid);
    const amountMinor = spendableMinor(check) - spendableMinor(earlier);
    return earlier && amountMinor > 0 ? [{ check, amountMinor }] : [];
  });
}
