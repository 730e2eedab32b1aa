import { expect, it } from 'vitest';
import { formatIn } from './format';

// Intl separates with blanks that do not break; here any blank will do.
const plain = (text: string) => text.replace(/\s/g, ' ');
const [en, sv] = [formatIn('en'), formatIn('sv')];

it('writes money as the reader does, with a real minus', () => {
  expect(en.minor(129800)).toBe('1,298.00');
  expect(en.money('-349.00', 'SEK')).toBe('\u2212349.00 SEK');
  expect(plain(sv.money('1298.5', 'SEK'))).toBe('1 298,50 SEK');
  expect([en.decimal, sv.decimal]).toEqual(['.', ',']);
});

it('shows what is no amount and no time as it came', () => {
  expect(en.money('about 5', 'SEK')).toBe('about 5 SEK');
  expect(sv.time('soon')).toBe('soon');
});

it('writes days as the reader does, and never the day before', () => {
  expect([en.date('2026-11-23'), sv.date('2026-11-23')]).toEqual(['Nov 23, 2026', '2026-11-23']);
});

it('leaves a time without a zone as it was written', () => {
  expect(sv.time('2026-11-23 11:00:00')).toBe('2026-11-23 11:00');
});
