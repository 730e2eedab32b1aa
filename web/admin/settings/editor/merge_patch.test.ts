import { expect, it } from 'vitest';
import { mergePatch } from './merge_patch';

it('names what is new or changed, and deletes what is gone', () => {
  const before = { a: 1, b: { c: 2, d: [1, 2], e: 'x' }, f: true };
  const after = { a: 1, b: { c: 3, d: [1, 2] }, g: {} };
  expect(mergePatch(before, after)).toEqual({ b: { c: 3, e: null }, f: null, g: {} });
  expect(mergePatch(before, before)).toEqual({});
});
