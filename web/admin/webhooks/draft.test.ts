import { expect, it } from 'vitest';
import { endpoint } from '../testing/webhook_samples';
import { bodyOf, draftOf, emptyDraft, faultsOf } from './draft';

it('is what is saved, and back', () => {
  for (const types of [[], ['order.completed' as const]]) {
    const saved = endpoint(4, { types, description: 'The warehouse' });
    expect(bodyOf(draftOf(saved))).toEqual({ url: saved.url, description: saved.description, types });
  }
});

it('is everything when no type is chosen, whatever was ticked before', () => {
  expect(bodyOf({ ...emptyDraft, told: 'all', types: ['consent.changed'] }).types).toEqual([]);
});

it.each([
  ['https://shop.example.com', undefined],
  ['http://10.0.0.4:8080/in', undefined],
  [' ', 'addressMissing'],
  ['ftp://shop.example.com', 'addressScheme'],
  ['https://a b', 'addressNone'],
])('finds in the address "%s": %s', (url, fault) => {
  expect(faultsOf({ ...emptyDraft, url }).url).toBe(fault);
});
