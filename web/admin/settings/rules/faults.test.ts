import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults';

const shop = { name: 'Åsas', country: 'SE', currency: 'SEK', time_zone: 'Europe/Stockholm', eshop_id: 1, sitoo_base_url: '' };
const pathsOf = (settings: object) => faultsOf({ ...shop, ...settings }).map(({ path }) => path);

describe('faults', () => {
  it('are none where nothing is set', () => {
    expect(pathsOf({})).toEqual([]);
  });

  it('name the field, in the shop and in the names of Rule', () => {
    expect(pathsOf({ name: ' ', time_zone: 'Stockholm' })).toEqual(['name', 'time_zone']);
    expect(pathsOf({ rule: { contact_group: 'a.b', address_group: '' } })).toEqual(['rule.contact_group', 'rule.address_group']);
    expect(pathsOf({ rule: { order_group: 'Sitoo-Contact' } })).toEqual(['rule.order_group']);
  });

  it('name the line of the card', () => {
    const values = [{ title: 'Left', source: 'bonus_left' }, { title: '', source: 'rule:Order' }];
    expect(pathsOf({ card: { sections: [{ title: 'A', values }] } })).toEqual(['card.sections[0].values[1].title', 'card.sections[0].values[1].source']);
    expect(pathsOf({ card: { promotions: [{ promotion_id: 'a', name: 'A', value_int: 200 }, { promotion_id: 'a', name: 'B', value_int: 5 }] } })).toEqual([
      'card.promotions[0].value_int', 'card.promotions[1].promotion_id',
    ]);
    expect(pathsOf({ card: { voucher_field: 'x', store_time_zones: { 12: 'Helsinki' } } })).toEqual(['card.voucher_field', 'card.store_time_zones.12']);
  });

  it('know the programme, receipts and the till', () => {
    expect(pathsOf({ programme: { from_hour: 20, winback: { after_days: 0 } } })).toEqual(['programme.winback.after_days', 'programme.to_hour']);
    expect(pathsOf({ receipt: { from_email: 'x', details: ['å'.repeat(101)] } })).toEqual(['receipt.from_email', 'receipt.details[0]']);
    expect(pathsOf({ sitoo_v1: { consents: [{ consentid: 'a', name: 'A' }, { id: 'a', name: '' }] } })).toEqual([
      'sitoo_v1.consents[1].name', 'sitoo_v1.consents[1].consent_id',
    ]);
    expect(pathsOf({ sitoo_v2: { till: { title: '', search_types: [] }, bonus_check_keys: { id: '' } } })).toEqual([
      'sitoo_v2.bonus_check_keys.id', 'sitoo_v2.till.title', 'sitoo_v2.till.search_types',
    ]);
  });
});
