import { describe, expect, it } from 'vitest';
import { ApiError } from '../../components/api';
import type { UsedCheck } from './bonus';
import { lineDiscountMinor, printedOf, roundingMinor } from './receipt';
import { refundMinor, refundOf, refusedItem, soldItems } from './refund';
import type { Receipt, ReceiptLine } from './types';

const line = (sku: string, quantity: number, price: string, total: string): ReceiptLine => ({
  sku, name: sku, quantity, price, vat: 25, total,
});
const sale: Receipt = {
  orderid: '7', receiptid: 'R7', orderdate: '2026-11-23T10:00:00Z', type: 'sale', store: 'S', register: 'T', staff: 'K',
  member_number_title: 'Member number', membernumber: '', customer: '', currency: 'SEK',
  lines: [line('CAP', 2, '100.00', '150.00'), line('TEA', 1, '56.40', '56.40'), line('CAP', 1, '100.00', '100.00')],
  total: '306.00', net: '244.80', vat: '61.20', payments: [],
};

describe('a receipt', () => {
  it('tells what a line was reduced by', () => {
    expect(sale.lines.map(lineDiscountMinor)).toEqual([-5000, 0, 0]);
    expect(lineDiscountMinor(line('CAP', -2, '100.00', '-150.00'))).toBe(-5000);
  });

  it('tells what cash was rounded by', () => {
    expect(roundingMinor(sale)).toBe(-40);
  });
});

describe('the printed slip', () => {
  const used = (amountMinor: number): UsedCheck => ({
    check: { bonuscheckid: 'b1', name: 'Bonus', value: '100.00', redeemed: false },
    amountMinor,
  });

  it('names a bonus check once, below lines at their price', () => {
    const { lines, checks } = printedOf(sale, [used(5000)]);
    expect(lines.map(({ totalMinor, discountMinor }) => [totalMinor, discountMinor])).toEqual([
      [20000, 0], [5640, 0], [10000, 0],
    ]);
    expect(checks).toEqual([used(5000)]);
  });

  it('leaves the lines alone when something else reduced them as well', () => {
    const { lines, checks } = printedOf(sale, [used(4000)]);
    expect(lines[0]).toMatchObject({ totalMinor: 15000, discountMinor: -5000 });
    expect(checks).toEqual([]);
  });
});

describe('a refund', () => {
  it('offers each product once', () => {
    expect(soldItems(sale).map(({ sku, quantity, paidMinor }) => [sku, quantity, paidMinor])).toEqual([
      ['CAP', 3, 25000],
      ['TEA', 1, 5640],
    ]);
  });

  it('asks for what comes back and nothing else', () => {
    expect(refundOf(sale, { CAP: 2, TEA: 0 })).toEqual({ orderid: '7', items: [{ sku: 'CAP', quantity: 2 }] });
  });

  it('gives back what was paid, not the list price', () => {
    expect(refundMinor(sale, { CAP: 2, TEA: 1 })).toBe(16667 + 5640);
  });

  it('shows a refusal at the item that it names', () => {
    const request = refundOf(sale, { TEA: 1, CAP: 3 });
    const error = new ApiError('More than was bought.', 400, 'items.1.quantity');
    expect(refusedItem(error, request)).toEqual({ sku: 'CAP', message: 'More than was bought.' });
    expect(refusedItem(new ApiError('No such order.', 404, 'orderid'), request)).toBeNull();
  });
});
