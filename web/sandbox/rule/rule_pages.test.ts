import { describe, expect, it } from 'vitest';
import { newestFirst, summaryOf } from './records';
import { parseRoute, pathOf, type Route } from './route';

const record = (id: number, created_at: string, orderdate = '') => ({
  id,
  created_at,
  values: [
    { name: 'orderid', type: 'text', value: String(id) },
    { name: 'orderdate', type: 'datetime', value: orderdate },
    { name: 'type', type: 'text', value: 'sale' },
    { name: 'total', type: 'text', value: '698.00' },
    { name: 'currency', type: 'text', value: 'SEK' },
  ],
});

describe('a path', () => {
  it.each<Route>([
    { view: 'customers', account: null },
    { view: 'customers', account: 2 },
    { view: 'customer', account: 2, id: 42 },
    { view: 'developer', account: 1 },
    { view: 'mailbox', account: 1 },
    { view: 'automations', account: 1 },
    { view: 'tags', account: null },
    { view: 'developer', account: null },
  ])('leads back to where it came from: %o', (route) => {
    expect(parseRoute(pathOf(route))).toEqual(route);
  });

  it('of no view is the customer list', () => {
    expect(parseRoute('/rule/x/y')).toEqual({ view: 'customers', account: null });
  });
});

describe('order records', () => {
  it('stand by the time of the sale, not of arrival', () => {
    const late = record(1, '2026-11-23T12:00:00Z', '2026-11-20T09:00:00Z');
    const normal = record(2, '2026-11-22T12:00:00Z', '2026-11-22T11:59:00Z');
    expect(newestFirst([late, normal]).map((one) => one.id)).toEqual([2, 1]);
  });

  it('are summed up in one line', () => {
    expect(summaryOf(record(7, '2026-11-23T12:00:00Z'))).toEqual({
      orderid: '7',
      type: 'sale',
      total: '698.00',
      currency: 'SEK',
      at: '2026-11-23T12:00:00Z',
    });
  });

  it('of another group have no order number', () => {
    expect(summaryOf({ id: 3, created_at: 'x', values: [] }).orderid).toBe('');
  });
});
