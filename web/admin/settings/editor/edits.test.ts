import { describe, expect, it } from 'vitest';
import { bodyOf } from './document';
import { applied, editsWithin, patchOf, withEdit, without } from './edits';

const base = { name: 'Åsas', rule: { order_tag: 'Bought' }, card: { store_time_zones: { 7: 'Europe/Oslo', 8: 'Europe/Paris' } } };

describe('edits', () => {
  it('hold what differs from what is stored, and nothing else', () => {
    const typed = withEdit(base, {}, 'rule.order_tag', 'Boughtt');
    expect(typed).toEqual({ 'rule.order_tag': 'Boughtt' });
    expect(withEdit(base, typed, 'rule.order_tag', 'Bought')).toEqual({});
    expect(withEdit(base, {}, 'rule.refund_tag', null)).toEqual({});
  });

  it('become a change that is merged: null takes a setting away, and a store that is gone', () => {
    const edits = { name: 'Bo', 'rule.order_tag': null, 'card.store_time_zones': { 7: 'Europe/Oslo', 9: 'Europe/Rome' } };
    const patch = patchOf(base, edits);
    expect(bodyOf(patch)).toEqual({
      name: 'Bo', settings: { rule: { order_tag: null }, card: { store_time_zones: { 8: null, 9: 'Europe/Rome' } } },
    });
    expect(applied(base, edits)).toEqual({ name: 'Bo', rule: {}, card: { store_time_zones: { 7: 'Europe/Oslo', 9: 'Europe/Rome' } } });
  });

  it('are saved by section, and what was typed meanwhile stays', () => {
    const edits = { 'rule.order_tag': 'A', 'rule.feeds.winback_due': false, 'ruler': 1, 'card.sections': [] };
    const sent = editsWithin(edits, ['rule']);
    expect(sent).toEqual({ 'rule.order_tag': 'A', 'rule.feeds.winback_due': false });
    expect(without({ ...edits, 'rule.order_tag': 'AB' }, sent)).toEqual({ 'rule.order_tag': 'AB', ruler: 1, 'card.sections': [] });
  });
});
