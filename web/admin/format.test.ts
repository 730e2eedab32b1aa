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

it('shows a day as it stands, in any zone, and an old one, too', () => {
  expect(makeFormat('sv', 'America/Los_Angeles').date('1985-03-01')).toBe('1 mars 1985');
  expect(makeFormat('en').date(null)).toBe('–');
  expect(makeFormat('en', 'Europe/Stockholm').day('2026-11-23T23:30:00Z')).toBe('Tuesday, 24 November 2026');
});

it('names a country, and leaves what is none', () => {
  expect(['SE', 'Sverige'].map(makeFormat('en').country)).toEqual(['Sweden', 'Sverige']);
});

it('shows how long a call took', () => {
  expect([420.4, 2_000].map(makeFormat('en').delay)).toEqual(['420 ms', '2 s']);
});
