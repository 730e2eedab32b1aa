import assert from 'node:assert/strict';
import { test } from 'node:test';
import { written } from './mapping_reference.mjs';

const mapping = {
  groups: [{ group: 'Sitoo-Order', historical: true, native: false, fields: [{ name: 'total', type: 'text', what: 'amount', told_by_orders: true }] }],
  tags: [{ tag: 'OrderCompleted', when: 'goods were sold', starts_flows: true }],
};
const places = '# Page\n<!-- from kassabro mapping: Sitoo-Order -->\noutdated\n<!-- end -->\nprose\n<!-- from kassabro mapping: tags -->\n<!-- end -->\n';

test('tables stand in their places, and the rest stays', () => {
  const page = written(places, mapping);
  assert.match(page, /### Sitoo-Order \(historical: one record an order\)\n[^\n]+\n[^\n]+\n\| `total` \| text \| amount \|\n<!-- end -->\nprose/);
  assert.match(page, /\| `OrderCompleted` \| goods were sold \| yes, `reset` \|/);
  assert.doesNotMatch(page, /outdated/);
  assert.equal(written(page, mapping), page);
});

test('a field more makes another page', () => {
  const more = structuredClone(mapping);
  more.groups[0].fields.push({ name: 'vat', type: 'text', what: 'VAT', told_by_orders: true });
  assert.notEqual(written(written(places, mapping), more), written(places, mapping));
});

test('a table without a place, and a place without a table, are told', () => {
  assert.throws(() => written(places.replace('mapping: tags', 'mapping: labels'), mapping), /labels/);
  assert.throws(() => written(places.split('prose')[0], mapping), /no place for tags/);
});
