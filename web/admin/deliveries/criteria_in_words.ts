import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { deliveriesTexts } from '../texts/deliveries';
import { deliveryFilterTexts } from '../texts/delivery_filter';
import type { Filter } from './filter';

/** What all of them have in common, a sentence's end for each. */
export function useCriteriaInWords(criteria: Omit<Filter, 'last'>): string[] {
  const deliveries = useTexts(deliveriesTexts);
  const texts = useTexts(deliveryFilterTexts);
  const { account } = useChosen();
  const { time } = useFormat(account?.time_zone);
  const { state, kind, from, to, store, customer, order, error } = criteria;
  return [
    state === 'parked' ? texts.isParked : texts.isPending,
    account ? texts.inShop(account.name) : texts.inAllShops,
    kind && texts.isKind(deliveries.kinds[kind]),
    from && texts.madeFrom(time(from)),
    to && texts.madeTo(time(to)),
    store && texts.ofStore(store),
    customer && texts.ofCustomer(customer),
    order && texts.ofOrder(order),
    error && texts.withError(error),
  ].filter((line): line is string => line !== undefined && line !== '');
}
