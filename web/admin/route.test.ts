import { expect, it } from 'vitest';
import { pages, parseRoute, pathOf } from './route';

it('is in the address, and back', () => {
  for (const page of pages) {
    expect(parseRoute(pathOf({ page, account: '7' }))).toEqual({ page, account: '7' });
    expect(parseRoute(pathOf({ page, account: null }))).toEqual({ page, account: null });
  }
  expect(parseRoute('/new')).toEqual({ page: 'new' });
});

it('takes what it does not know for the overview', () => {
  expect(parseRoute('/')).toEqual({ page: 'overview', account: null });
  expect(parseRoute('/accounts/x/jobs')).toEqual({ page: 'overview', account: null });
  expect(parseRoute('/accounts/1')).toEqual({ page: 'overview', account: '1' });
});
