import { expect, it } from 'vitest';
import { timeline } from '../testing/customer_samples';
import { byDay, keyed, ofKinds } from './happenings';

it('has what two answers both have only once', () => {
  expect(keyed([...timeline, ...timeline])).toHaveLength(timeline.length);
});

it('keeps the kinds that are chosen, and all when none is', () => {
  const all = keyed(timeline);
  expect(ofKinds(all, ['order', 'consent']).map(({ happening }) => happening.what)).toEqual(['order', 'event', 'consent']);
  expect(ofKinds(all, [])).toHaveLength(timeline.length);
});

it('goes by the day on the wall of the shop', () => {
  const late = keyed([
    { at: '2026-11-23T23:30:00Z', what: 'changed' },
    { at: '2026-11-23T22:30:00Z', what: 'registered' },
  ]);
  expect(byDay(late, 'Europe/Stockholm').map(({ day, items }) => [day, items.length])).toEqual([['2026-11-24', 1], ['2026-11-23', 1]]);
  expect(byDay(late, 'UTC').map(({ day }) => day)).toEqual(['2026-11-23']);
});
