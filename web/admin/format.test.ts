import { expect, it } from 'vitest';
import { formatDuration, makeFormat } from './format';

it('shows times on the clock of the shop', () => {
  expect(makeFormat('sv', 'Europe/Helsinki').time('2026-11-23T10:00:00Z')).toBe('2026-11-23 12:00');
  expect(makeFormat('en', 'Europe/Stockholm').hour('2026-11-23T10:00:00Z')).toBe('11:00');
  expect(makeFormat('sv').time('1970-01-01T00:00:00Z')).toBe('–');
});

it('shows money as its currency is written', () => {
  const blank = (text: string) => text.replace(/\s/g, ' ');
  expect(blank(makeFormat('sv').money('1234.50', 'SEK'))).toBe('1 234,50 kr');
  expect(makeFormat('en').money('1234', 'JPY')).toBe('JP¥1,234');
  expect(makeFormat('en').money('about 5', 'SEK')).toBe('about 5 SEK');
});

it('shows how long it takes', () => {
  expect([0, 20, 80, 3700].map(formatDuration)).toEqual(['< 1 s', '20 s', '1 min 20 s', '1 h 1 min']);
});
