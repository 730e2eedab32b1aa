import { describe, expect, it } from 'vitest';
import { ApiError } from '../../components/api';
import type { BonusCheck, Contact } from '../contact/contact';
import { leftMinor, partMaxMinor, stateOf, takenBy } from './bonus';
import { givenBack } from './given_back';
import { newestFirst } from './purchases';
import { refusedAmong } from './sell';
import type { Purchase } from './types';

const check = (bonuscheckid: string, change: Partial<BonusCheck> = {}): BonusCheck => ({
  bonuscheckid, name: bonuscheckid, value: '100.00', redeemed: false, ...change,
});
const customer = (...bonuschecks: BonusCheck[]): Contact => ({ contactid: 'c1', bonuschecks });

describe('a bonus check', () => {
  const noon = new Date('2026-06-15T12:00:00Z');
  const state = (change: Partial<BonusCheck>) => stateOf(check('b1', change), 'SEK', noon);

  it('is worth its value, unless the CRM says what is left', () => {
    expect([check('a'), check('b', { remaining: '60.00' }), check('c', { remaining: null, value: 50 })].map(leftMinor)).toEqual([
      10000, 6000, 5000,
    ]);
  });

  it('is offered until its last day is over', () => {
    expect(['2026-06-15', '2026-06-15T00:00:00Z', '2026-06-15 13:00:00Z', '', 'soon'].map((validto) => state({ validto }))).toEqual(
      Array(5).fill('open'),
    );
    expect(['2026-06-14', '2026-06-15T11:00:00Z'].map((validto) => state({ validto }))).toEqual(['expired', 'expired']);
  });

  it('is used when nothing is left, and cannot be used in another currency', () => {
    expect(state({ redeemed: true })).toBe('used');
    expect(state({ remaining: '0.00' })).toBe('used');
    expect(state({ currency: 'NOK' })).toBe('foreign');
  });
});

describe('several checks', () => {
  const anna = customer(check('b1'), check('b2', { remaining: '60.00' }));
  const taken = (goodsMinor: number, ...amounts: (number | null)[]) =>
    takenBy(anna, amounts.map((amountMinor, index) => ({ id: `b${String(index + 1)}`, amountMinor })), goodsMinor);

  it('are used in the order they were chosen, up to the sum of the goods', () => {
    expect(taken(12000, null, null).map((one) => one.amountMinor)).toEqual([10000, 2000]);
    expect(taken(12000, 3000, null).map((one) => one.amountMinor)).toEqual([3000, 6000]);
    expect(taken(0, null, null).map((one) => one.amountMinor)).toEqual([0, 0]);
  });

  it('leave each other room: a part is at most what is left and what the purchase still costs', () => {
    const used = taken(12000, null, null);
    expect(partMaxMinor(check('b2', { remaining: '60.00' }), used, 12000)).toBe(2000);
    expect(partMaxMinor(check('b1'), used, 12000)).toBe(10000);
    expect(partMaxMinor(check('b1'), [], 0)).toBe(10000);
  });

  it('are told apart when the CRM refuses: by its answer, by the fresh card, or not at all', () => {
    const used = taken(16000, null, null);
    const ids = (error: ApiError, fresh: Contact | null) => refusedAmong(used, error, fresh).map((one) => one.check.bonuscheckid);
    const spent = customer(check('b1', { remaining: '10.00' }), check('b2', { remaining: '60.00' }));
    expect(ids(new ApiError('', 409, 'bonus_checks.1'), spent)).toEqual(['b2']);
    expect(ids(new ApiError('', 409, 'bonus_checks'), spent)).toEqual(['b1']);
    expect(ids(new ApiError('', 409), anna)).toEqual(['b1', 'b2']);
    expect(ids(new ApiError('', 409), null)).toEqual(['b1', 'b2']);
  });
});

describe('a return', () => {
  it('gives back what the card shows more of than before', () => {
    const before = customer(check('b1', { redeemed: true, remaining: '0.00' }), check('b2', { remaining: '60.00' }), check('b3'));
    const after = customer(check('b1'), check('b2', { remaining: '100.00' }), check('b3'), check('b4'));
    const ids = (soldWith: string[], card = after) =>
      givenBack({ card: before, soldWith }, card).map((one) => [one.check.bonuscheckid, one.amountMinor]);
    expect(ids([])).toEqual([['b1', 10000], ['b2', 4000]]);
    expect(ids(['b1'], before)).toEqual([]);
    // A check that the card did not show while it was used; any other new one is just new.
    expect(ids(['b4']).map(([id]) => id)).toEqual(['b1', 'b2', 'b4']);
  });
});

describe('purchases', () => {
  it('stand newest first, wherever they were made', () => {
    const at = (orderdate: string) => ({ orderdate }) as Purchase;
    expect(newestFirst([at('2026-01-02T08:00:00Z'), at('2026-01-03T08:00:00+02:00'), at('')]).map((one) => one.orderdate)).toEqual([
      '2026-01-03T08:00:00+02:00', '2026-01-02T08:00:00Z', '',
    ]);
  });
});
