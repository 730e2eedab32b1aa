import { describe, expect, it } from 'vitest';
import { leftMinor, take, type Method } from './parts';

const taken = (left: number, name: Method, amount: number) => {
  const one = take(left, name, amount);
  return one && [one.part.amountMinor, one.isLast, one.changeMinor];
};

describe('a payment', () => {
  it('of all that is left is the last', () => {
    expect(taken(34900, 'Card', 34900)).toEqual([34900, true, 0]);
    expect(taken(0, 'Card', 0)).toEqual([0, true, 0]);
  });

  it('of a part leaves the rest', () => {
    expect(taken(34900, 'Gift card', 10000)).toEqual([10000, false, 0]);
    expect(leftMinor(34900, [{ name: 'Gift card', amountMinor: 10000 }])).toBe(24900);
  });

  it('can be more than what is left in cash alone: the customer gets change', () => {
    expect(taken(34900, 'Cash', 50000)).toEqual([34900, true, 15100]);
    expect(['Card', 'Gift card', 'Swish'].map((name) => taken(34900, name as Method, 50000))).toEqual([null, null, null]);
  });

  it('in cash has no öre, up or down', () => {
    expect(taken(3950, 'Cash', 3950)).toEqual([4000, true, 0]);
    expect(taken(3940, 'Cash', 3940)).toEqual([3900, true, 0]);
    expect(taken(3940, 'Cash', 5000)).toEqual([3900, true, 1100]);
    expect(taken(3950, 'Cash', 4000)).toEqual([4000, true, 0]);
  });
});
