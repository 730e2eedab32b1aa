import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { auditTexts } from '../texts/audit';

/** Whose entries are those of no one shop. */
export const noShop = '0';

/** The name of a shop whose chain there is, also of one that was removed. */
export function useShopName(): (id: string) => string {
  const texts = useTexts(auditTexts);
  const { accounts } = useChosen();
  return (id) => (id === noShop ? texts.noShop : (accounts.find(({ account_id }) => account_id === id)?.name ?? texts.removedShop(id)));
}
