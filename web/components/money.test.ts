import { expect, it } from 'vitest';
import { toMinor } from './money';

it('reads text exactly', () => {
  expect(['349.00', '0.1', '-12.05', '7', '-0.00'].map(toMinor)).toEqual([34900, 10, -1205, 700, 0]);
});

it('refuses what is not an amount', () => {
  expect(() => toMinor('12,50')).toThrow('12,50');
});
