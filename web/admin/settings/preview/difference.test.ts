import { expect, it } from 'vitest';
import { differenceOf, isAlike } from './difference';

const call = (order: string, tag: string, total: string) => ({
  calls: [
    {
      when: 'for each order', method: 'POST', path: '/v2/subscribers', body: { tags: [tag] }, tags: [{ tag, rule: 'goods were sold' }],
      fields: [
        { key: `${order}.total`, type: 'text', value: total, rule: 'amount to pay' },
        { key: 'Sitoo-Contact.namefirst', type: 'text', value: 'Vera', rule: 'first name' },
      ],
    },
  ],
});

it('tells what comes, goes and changes, and which rule makes it', () => {
  const { fields, tags, calls } = differenceOf(call('Sitoo-Order', 'Bought', '10'), call('Köp', 'OrderCompleted', '10'));
  expect(fields.map(({ name, fate, rule }) => [name, fate, rule])).toEqual([
    ['Sitoo-Order.total', 'goes', 'amount to pay'], ['Sitoo-Contact.namefirst', 'stays', 'first name'], ['Köp.total', 'comes', 'amount to pay'],
  ]);
  expect(tags.map(({ name, fate }) => [name, fate])).toEqual([['Bought', 'goes'], ['OrderCompleted', 'comes']]);
  expect(calls.map(({ name, fate }) => [name, fate])).toEqual([['POST /v2/subscribers', 'changes']]);
});

it('sees that nothing changes', () => {
  const one = call('Sitoo-Order', 'Bought', '10');
  expect(isAlike(differenceOf(one, one))).toBe(true);
  expect(isAlike(differenceOf(one, call('Sitoo-Order', 'Bought', '11')))).toBe(false);
});
