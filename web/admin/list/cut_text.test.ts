import { expect, it } from 'vitest';
import { cutText, written } from './cut_text';

it('leaves a short text alone', () => {
  expect(cutText(written({ a: 1 }))).toBe('{\n  "a": 1\n}');
  expect(written('Forbidden')).toBe('Forbidden');
});

it('cuts a long one, by lines or by characters', () => {
  expect(cutText('x\n'.repeat(5_000)).split('\n')).toHaveLength(400);
  expect(cutText('x'.repeat(1_000_000))).toHaveLength(20_000);
});
