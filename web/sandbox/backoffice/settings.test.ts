import { expect, it } from 'vitest';
import { tables } from '../texts/tables';
import { isSame, mandatoryChoices, warningsFor, type CustomCrm, type Settings } from './settings';

const crm: CustomCrm = {
  api_url: 'https://crm.example.com/sitoo/v1',
  api_token: 'rk_1',
  search_placeholder: 'Phone or email',
  member_number_title: 'Member number',
  mandatory: ['email'],
  register_fields: { email: 'editable', mobile: 'editable' },
  update_fields: { mobile: 'editable' },
  lookup_enabled: false,
};

const access = { url: 'https://crm.example.com/sitoo/v2', user: 'shop', password: 'secret' };
const settings: Settings = { custom_crm: crm, crm_v2: access, events: access };

it('has no objection to what the guide recommends', () => {
  expect(warningsFor(crm, tables.en)).toEqual([]);
});

it('warns for each form in which nobody could leave an address', () => {
  const warnings = warningsFor({ ...crm, mandatory: [], register_fields: { email: 'shown' }, update_fields: {} }, tables.en);
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toMatch(/^Registration of new contact: .*E-mail, Mobile phone and Phone/);
});

it('warns when a mandatory field cannot be entered', () => {
  expect(warningsFor({ ...crm, mandatory: ['company'] }, tables.en)).toEqual([
    'Company is mandatory, but it cannot be entered when a contact is registered.',
  ]);
});

it('does not offer consents as mandatory', () => {
  expect(mandatoryChoices).toContain('email');
  expect(mandatoryChoices.filter((name) => name.startsWith('accept'))).toEqual([]);
});

it('sees no change in a new order of the same fields', () => {
  const changed = (part: Partial<CustomCrm>) => ({ ...settings, custom_crm: { ...crm, ...part } });
  expect(isSame(settings, changed({ register_fields: { mobile: 'editable', email: 'editable' } }))).toBe(true);
  expect(isSame(settings, changed({ register_fields: { mobile: 'shown', email: 'editable' } }))).toBe(false);
});

it('sees a changed password of another connection', () => {
  expect(isSame(settings, { ...settings, events: { ...access, password: 'new' } })).toBe(false);
  expect(isSame(settings, { ...settings, crm_v2: { ...access, user: 'new' } })).toBe(false);
});
