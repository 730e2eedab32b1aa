import { listOf, objectOf, textOf, type Json } from '../editor/document';
import { fault, faultsOfItems, isRemoteField, isTimeZone, notEmpty, repeated, type Fault } from './checks';

export const sources = [
  'bonus_left', 'bonus_last_used', 'last_purchase', 'last_purchase_at', 'last_purchase_store', 'purchase_count', 'purchase_total',
  'member_since', 'home_store',
] as const;

const remote = 'rule:';

export function sourceFault(value: unknown): string | null {
  const source = textOf(value);
  if (sources.some((known) => known === source)) return null;
  if (!source.startsWith(remote)) return 'Choose what the line shows.';
  return isRemoteField(source.slice(remote.length)) ? null : 'This must be a field such as "Sitoo-Contact.voucherpasswords".';
}

function worthFault(promotion: Json, place: string): Fault | null {
  const { value_int: whole, value_money: money } = promotion;
  const hasWhole = typeof whole === 'number' && Number.isInteger(whole);
  const isPercent = promotion.type === undefined || promotion.type === '' || promotion.type === 'cart_percent';
  if (isPercent) return hasWhole && whole >= 1 && whole <= 100 ? null : { path: `${place}.value_int`, message: 'A percentage is a whole number from 1 to 100.' };
  if (textOf(money) !== '' && !/^\d+([.,]\d{1,2})?$/.test(textOf(money))) {
    return { path: `${place}.value_money`, message: 'This must be an amount such as "50.00".' };
  }
  return hasWhole || textOf(money) !== '' ? null : { path: `${place}.value_money`, message: 'The promotion needs value_int or value_money.' };
}

function zoneFaults(zones: unknown): Fault[] {
  return Object.entries(objectOf(zones)).flatMap(([store, zone]) => {
    const path = `card.store_time_zones.${store}`;
    if (store.trim() === '') return [{ path, message: 'The store needs its number.' }];
    return isTimeZone(textOf(zone)) ? [] : [{ path, message: 'This is not a time zone such as "Europe/Helsinki".' }];
  });
}

/** As src/app/card_settings.cpp has it. */
export function cardFaults(own: Json): Fault[] {
  const field = own.voucher_field;
  return [
    ...faultsOfItems('card.sections', own.sections, (section, place) => [
      fault(`${place}.title`, notEmpty(section.title)),
      ...faultsOfItems(`${place}.values`, section.values, (line, spot) => [
        fault(`${spot}.title`, notEmpty(line.title)),
        fault(`${spot}.source`, sourceFault(line.source)),
      ]),
    ]),
    ...faultsOfItems('card.promotions', own.promotions, (promotion, place) => [
      fault(`${place}.promotion_id`, notEmpty(promotion.promotion_id)),
      fault(`${place}.name`, notEmpty(promotion.name)),
      worthFault(promotion, place),
    ]),
    ...repeated('card.promotions', own.promotions, (item) => textOf(item.promotion_id), 'promotion_id', 'Another promotion has this id.'),
    ...(listOf(own.voucher_passwords).length > 20
      ? [{ path: 'card.voucher_passwords', message: 'This must be an array of at most 20 entries.' }] : []),
    ...(field === undefined || isRemoteField(textOf(field))
      ? [] : [{ path: 'card.voucher_field', message: 'This must be a field such as "Sitoo-Contact.voucherpasswords".' }]),
    ...zoneFaults(own.store_time_zones),
  ];
}
