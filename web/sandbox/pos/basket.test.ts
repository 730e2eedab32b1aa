import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact';
import { changeBasket, emptyBasket, saleOf, totalsOf, type Basket, type BasketAction } from './basket';
import type { Part } from './parts';
import { matchProducts, parseEntry } from './product_search';

const cap = { sku: 'CAP-1', name: 'Wool cap', price: '349.00', vat: 25 };
const tea = { sku: 'TEA-1', name: 'Green tea', price: '56.00', vat: 12 };
const anna: Contact = {
  contactid: 'c1',
  bonuschecks: [
    { bonuscheckid: 'b1', name: 'Bonus', value: '100.00', redeemed: false },
    { bonuscheckid: 'b2', name: 'Old', value: '50.00', redeemed: true },
  ],
};

const card: Part[] = [{ name: 'Card', amountMinor: 24900 }];

const after = (...actions: BasketAction[]): Basket => actions.reduce(changeBasket, emptyBasket);
const add = (product = cap, quantity = 1): BasketAction => ({ type: 'add', product, quantity });

describe('a basket', () => {
  it('counts a product again instead of listing it twice', () => {
    expect(after(add(), add(tea), add(cap, 2)).lines.map((line) => line.quantity)).toEqual([3, 1]);
  });

  it('keeps quantities between 1 and 999', () => {
    expect(after(add(), { type: 'set_quantity', sku: 'CAP-1', quantity: 0 }).lines[0]?.quantity).toBe(1);
    expect(after(add(cap, 5000)).lines[0]?.quantity).toBe(999);
  });

  it('sums exactly and shows the VAT that the prices include', () => {
    expect(totalsOf(after(add(cap, 2), add(tea)))).toMatchObject({ count: 3, dueMinor: 75400, vatMinor: 13960 + 600 });
  });

  it('uses a chosen bonus check whole', () => {
    const basket = after(add(), { type: 'set_customer', customer: anna }, { type: 'toggle_bonus_check', id: 'b1' });
    expect(totalsOf(basket)).toMatchObject({ bonusMinor: 10000, dueMinor: 24900 });
    expect(saleOf(basket, card).bonus_checks).toEqual(['b1']);
  });

  it('takes a chosen bonus check off, but not below zero: what the purchase does not need stays on the check', () => {
    const basket = after(add(tea), { type: 'set_customer', customer: anna }, { type: 'toggle_bonus_check', id: 'b1' });
    expect(totalsOf(basket)).toMatchObject({ bonusMinor: 5600, dueMinor: 0 });
    expect(saleOf(basket, card).bonus_checks).toEqual([{ bonus_check_id: 'b1', amount: '56.00' }]);
    expect(totalsOf(changeBasket(basket, add())).bonusMinor).toBe(10000);
  });

  it('uses the part of a check that was asked for', () => {
    const basket = after(
      add(),
      { type: 'set_customer', customer: anna },
      { type: 'toggle_bonus_check', id: 'b1' },
      { type: 'set_check_amount', id: 'b1', amountMinor: 4000 },
    );
    expect(totalsOf(basket)).toMatchObject({ bonusMinor: 4000, dueMinor: 30900 });
    expect(saleOf(basket, card).bonus_checks).toEqual([{ bonus_check_id: 'b1', amount: '40.00' }]);
    const none = changeBasket(basket, { type: 'set_check_amount', id: 'b1', amountMinor: 0 });
    expect(saleOf(none, card).bonus_checks).toEqual([]);
  });

  it('keeps the goods and the words of the CRM when a check is refused, and lets go of what the card no longer has', () => {
    const spent: Contact = { ...anna, bonuschecks: [{ bonuscheckid: 'b1', name: 'Bonus', value: '100.00', redeemed: true }] };
    const refusal = { checks: [{ id: 'b1', name: 'Bonus' }], message: 'Used at another till.' };
    const chosen = after(add(), { type: 'set_customer', customer: anna }, { type: 'toggle_bonus_check', id: 'b1' });
    const basket = changeBasket(chosen, { type: 'checks_refused', refusal, customer: spent });
    expect(basket).toMatchObject({ bonusChecks: [], refusal, customer: spent });
    expect(totalsOf(basket).dueMinor).toBe(34900);
    expect(changeBasket(basket, { type: 'set_customer', customer: spent }).refusal).toEqual(refusal);
    expect(changeBasket(basket, { type: 'set_customer', customer: null }).refusal).toBeNull();
    expect(changeBasket(basket, { type: 'dismiss_refusal' }).refusal).toBeNull();
  });

  it('never uses a redeemed check', () => {
    const basket = after(add(), { type: 'set_customer', customer: anna }, { type: 'toggle_bonus_check', id: 'b2' });
    expect(saleOf(basket, card).bonus_checks).toEqual([]);
  });

  it('forgets the checks with the customer', () => {
    const basket = after(
      add(),
      { type: 'set_customer', customer: anna },
      { type: 'toggle_bonus_check', id: 'b1' },
      { type: 'set_customer', customer: null },
    );
    expect(basket.bonusChecks).toEqual([]);
    expect(saleOf(basket, [{ name: 'Cash', amountMinor: 34900 }])).toEqual({
      contactid: null,
      items: [{ ...cap, quantity: 1 }],
      bonus_checks: [],
      payment: 'Cash',
    });
  });
});

describe('the product entry', () => {
  it('reads a quantity before * or x', () => {
    expect(parseEntry('3*cap')).toEqual({ quantity: 3, text: 'cap' });
    expect(parseEntry('2 x wool cap')).toEqual({ quantity: 2, text: 'wool cap' });
    expect(parseEntry('CAP-1')).toEqual({ quantity: 1, text: 'CAP-1' });
  });

  it('finds by exact SKU first, then by words in any order', () => {
    const long = { ...cap, sku: 'CAP-11' };
    expect(matchProducts([cap, long], 'cap-1')).toEqual([cap]);
    expect(matchProducts([cap, tea], 'cap wool')).toEqual([cap]);
    expect(matchProducts([cap, tea], 'shoe')).toEqual([]);
  });
});
