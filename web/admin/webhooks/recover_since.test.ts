import { expect, it } from 'vitest';
import { sinceOf } from './recover_since';

const now = new Date('2026-11-29T13:05:00Z');
const of = (since: Parameters<typeof sinceOf>[0]['since'], own = '') => sinceOf({ since, own }, '2026-11-28T09:00:00Z', now, 'Europe/Stockholm')?.toISOString();

it('is an instant by the clock, by the trouble, or by what is typed on the shop’s wall clock', () => {
  expect(of('day')).toBe('2026-11-28T13:05:00.000Z');
  expect(of('week')).toBe('2026-11-22T13:05:00.000Z');
  expect(of('failing')).toBe('2026-11-28T09:00:00.000Z');
  expect(of('own', '2026-11-27T08:30')).toBe('2026-11-27T07:30:00.000Z');
  expect(of('own')).toBeUndefined();
});
