import { expect, it } from 'vitest';
import { asides, keyOf, pages, parseRoute, pathOf } from './route';

it('is in the address, and back', () => {
  for (const page of [...pages, ...asides]) {
    expect(parseRoute(pathOf({ page, account: '7' }))).toEqual({ page, account: '7' });
    expect(parseRoute(pathOf({ page, account: null }))).toEqual({ page, account: null });
  }
  expect(parseRoute('/new')).toEqual({ page: 'new' });
});

it('names the one thing that a page is about', () => {
  expect(parseRoute('/deliveries/900')).toEqual({ page: 'deliveries', account: null, id: '900' });
  expect(parseRoute('/accounts/1/erasures/5')).toEqual({ page: 'erasures', account: '1', id: '5' });
  expect(parseRoute('/accounts/1/webhooks/4')).toEqual({ page: 'webhooks', account: '1', id: '4' });
  expect(parseRoute('/accounts/1/customers/77')).toEqual({ page: 'customers', account: '1', id: '77' });
  expect(pathOf({ page: 'customers', account: '1', id: '77', search: { tab: 'bonus' } })).toBe('/accounts/1/customers/77?tab=bonus');
});

it('takes what it does not know for the overview, and an odd id for none', () => {
  expect(parseRoute('/')).toEqual({ page: 'overview', account: null });
  expect(parseRoute('/accounts/x/jobs')).toEqual({ page: 'overview', account: null });
  expect(parseRoute('/accounts/1')).toEqual({ page: 'overview', account: '1' });
  expect(parseRoute('/accounts/1/customers/vera')).toEqual({ page: 'customers', account: '1' });
  expect(parseRoute('/jobs/5')).toEqual({ page: 'jobs', account: null });
});

it('has a key for each of the first ten pages', () => {
  expect(pages.map(keyOf)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', undefined, undefined, undefined]);
});
