import { expect, it } from 'vitest';
import { discountMinor, refundMinor, refundOf } from './refund';
import type { Receipt } from './types';

const sale: Receipt = {
  orderid: '7', receiptid: 'R7', orderdate: '2026-11-23T10:00:00Z', type: 'sale', store: 'S', register: 'T', staff: 'K',
  member_number_title: 'Member number', membernumber: '', customer: '', currency: 'SEK',
  lines: [
    { sku: 'CAP-1', name: 'Wool cap', quantity: 3, price: '100.00', vat: 25, total: '250.00' },
    { sku: 'TEA-1', name: 'Tea', quantity: 1, price: '56.00', vat: 12, total: '56.00' },
  ],
  total: '256.00', net: '206.00', vat: '50.00', payments: [],
};

it('asks for the lines that come back and no others', () => {
  expect(refundOf(sale, { 'CAP-1': 2, 'TEA-1': 0 })).toEqual({ orderid: '7', items: [{ sku: 'CAP-1', quantity: 2 }] });
});

it('gives back what was paid for a line, not its list price', () => {
  expect(refundMinor(sale, { 'CAP-1': 2, 'TEA-1': 1 })).toBe(16667 + 5600);
});

it('knows what was taken off the receipt as a whole', () => {
  expect(discountMinor(sale)).toBe(-5000);
});
