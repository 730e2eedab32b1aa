import { expect, it } from 'vitest';
import { niceCeiling } from './scale';

it('ends an axis at a round number that can be halved', () => {
  const ends = [0, 1, 2, 3, 5, 9, 10, 11, 39, 41, 99, 100, 101, 7_500].map(niceCeiling);
  expect(ends).toEqual([2, 2, 2, 4, 6, 10, 10, 20, 40, 60, 100, 100, 200, 8_000]);
});
