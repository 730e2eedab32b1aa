import type { BonusCheck, Contact } from '../contact/contact';
import { leftMinor, type UsedCheck } from './bonus';
import { posApi } from './pos_api';
import type { Receipt } from './types';

/** Whose sale it was: a receipt names its customer by the member number. Null when the CRM cannot say. */
export async function cardOf(receipt: Receipt): Promise<Contact | null> {
  return receipt.membernumber === '' ? null : posApi.find(receipt.membernumber).catch(() => null);
}

const spendableMinor = (check: BonusCheck | undefined) => (!check || check.redeemed ? 0 : leftMinor(check));

/** A customer's card before a return, and the checks that the returned sale is known to have used. */
export interface BeforeReturn {
  card: Contact;
  soldWith: string[];
}

/** The checks of which more can be used now than before, and how much more. One that is merely new was not given back. */
export function givenBack({ card, soldWith }: BeforeReturn, after: Contact): UsedCheck[] {
  return (after.bonuschecks ?? []).flatMap((check) => {
    const earlier = card.bonuschecks?.find((one) => one.bonuscheckid === check.bonuscheckid);
    const amountMinor = spendableMinor(check) - spendableMinor(earlier);
    return (earlier || soldWith.includes(check.bonuscheckid)) && amountMinor > 0 ? [{ check, amountMinor }] : [];
  });
}
