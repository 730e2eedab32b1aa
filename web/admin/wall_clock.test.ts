import { expect, it } from 'vitest';
import { instantOf, startOfDay, wallTimeOf } from './wall_clock';

const zone = 'Europe/Stockholm';

it('goes from the clock of the shop to the instant, and back', () => {
  for (const [wall, instant] of [
    ['2026-11-23T12:00', '2026-11-23T11:00:00.000Z'],
    ['2026-07-01T00:30', '2026-06-30T22:30:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ] as const) {
    expect(instantOf(wall, zone)?.toISOString()).toBe(instant);
    expect(wallTimeOf(new Date(instant), zone)).toBe(wall);
  }
});

it('knows when a day began, also one on which the clocks changed', () => {
  expect(startOfDay(new Date('2026-03-29T12:00:00Z'), zone).toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(startOfDay(new Date('2026-11-22T23:30:00Z'), zone).toISOString()).toBe('2026-11-22T23:00:00.000Z');
});

it('takes what is no time for none', () => {
  expect(instantOf('', zone)).toBeNull();
});
