import { expect, it } from 'vitest';
import { changed, criteriaOf, filterOf } from './filter';

it('reads the address, and leaves out what it does not know', () => {
  expect(filterOf({ state: 'parked', kind: 'order_completed', error: '403', odd: 'x' })).toEqual({
    state: 'parked', kind: 'order_completed', error: '403',
  });
  expect(filterOf({ state: 'lost', kind: 'x', last: 'year', store: '', from: 'soon', customer: 'vera' })).toEqual({});
});

it('leaves out what is cleared', () => {
  expect(changed({ state: 'parked', store: '3' }, { store: '', order: '11513' })).toEqual({ state: 'parked', order: '11513' });
});

it('takes a time that goes with the clock for what it is now', () => {
  const now = new Date('2026-11-23T11:00:00Z');
  expect(criteriaOf({ last: 'hour', kind: 'order_completed' }, now, undefined)).toEqual({
    kind: 'order_completed', from: '2026-11-23T10:00:00.000Z',
  });
  expect(criteriaOf({ last: 'today' }, now, 'Europe/Stockholm').from).toBe('2026-11-22T23:00:00.000Z');
  expect(criteriaOf({ last: 'week' }, now, undefined).from).toBe('2026-11-16T11:00:00.000Z');
});
