import { expect, it } from 'vitest';
import { formatMinor, formatMoney, toMinor } from './money';

it('reads text exactly', () => {
  expect(['349.00', '0.1', '-12.05', '7', '-0.00'].map(toMinor)).toEqual([34900, 10, -1205, 700, 0]);
});

it('refuses what is not an amount', () => {
  expect(() => toMinor('12,50')).toThrow('12,50');
});

it('writes two decimals, thousands and a real minus', () => {
  expect(formatMinor(129800)).toBe('1,298.00');
  expect(formatMoney('-349.00', 'SEK')).toBe('\u2212349.00 SEK');
  expect(formatMoney('about 5', 'SEK')).toBe('about 5 SEK');
});
