import { describe, expect, it } from 'vitest';
import { birthdayToWire, blankDraft, changesBetween, displayName, draftOf, initials } from './contact';
import { fieldForKey, fillGaps, missingFields, newDraft } from './draft';
import { canBeReached, visibleGroups } from './fields';

const consents = [
  { consentid: '1', name: 'Terms', description: '', value: true },
  { consentid: '2', name: 'News', description: '', value: false },
];

describe('the searched key', () => {
  it('goes to e-mail, mobile or phone, whichever can be edited', () => {
    expect(fieldForKey('anna@example.com', { email: 'editable' })).toBe('email');
    expect(fieldForKey('070-123 45 67', { mobile: 'editable', phone: 'editable' })).toBe('mobile');
    expect(fieldForKey('+46701234567', { mobile: 'shown', phone: 'editable' })).toBe('phone');
  });

  it('goes nowhere when it is neither, or cannot be edited', () => {
    expect(fieldForKey('Anna Ek', { mobile: 'editable' })).toBeNull();
    expect(fieldForKey('anna@example.com', { email: 'shown' })).toBeNull();
  });
});

describe('a new draft', () => {
  it('starts with the consents that the CRM presets', () => {
    const draft = newDraft('0701234567', { mobile: 'editable', acceptedconsents: 'editable' }, consents);
    expect(draft.mobile).toBe('0701234567');
    expect(draft.acceptedconsents).toEqual(['1']);
  });

  it('gives no consent that nobody was asked for', () => {
    expect(newDraft('x', { acceptedconsents: 'hidden' }, consents).acceptedconsents).toEqual([]);
  });

  it('takes gaps, but neither typed values nor consent, from the person register', () => {
    const typed = { ...blankDraft(), namefirst: 'Anna' };
    const filled = fillGaps(typed, { namefirst: 'ANNA MARIA', namelast: 'Ek', accepts_email: true });
    expect([filled.namefirst, filled.namelast, filled.accepts_email]).toEqual(['Anna', 'Ek', false]);
  });

  it('misses mandatory fields only where they can be entered', () => {
    const missing = missingFields(blankDraft(), ['email', 'mobile', 'accepts_email'], {
      email: 'editable',
      mobile: 'shown',
      accepts_email: 'editable',
    });
    expect(missing).toEqual(['email', 'accepts_email']);
  });
});

describe('a contact', () => {
  it('yields only what changed', () => {
    const before = draftOf({ email: 'a@b.se', acceptedconsents: ['1'] });
    expect(changesBetween(before, { ...before, namefirst: 'Anna', acceptedconsents: ['1'] })).toEqual({ namefirst: 'Anna' });
  });

  it('is called by the best name there is', () => {
    expect(displayName({ namefirst: 'Anna', namelast: 'Ek' }, 'Nobody')).toBe('Anna Ek');
    expect(displayName({ mobile: '+46701234567' }, 'Nobody')).toBe('+46701234567');
    expect(displayName({}, 'Nobody')).toBe('Nobody');
    expect(initials({ email: 'anna.ek@example.com' })).toBe('AE');
  });

  it('sends a birthday as UTC midnight', () => {
    expect([birthdayToWire('1986-05-15'), birthdayToWire('')]).toEqual(['1986-05-15T00:00:00Z', '']);
  });
});

describe('field states', () => {
  it('hide what is hidden and drop empty groups', () => {
    expect(visibleGroups({ email: 'editable', gender: 'hidden', company: 'shown' })).toEqual([
      { name: 'contact', fields: ['email'] },
      { name: 'company', fields: ['company'] },
    ]);
  });

  it('need one way to reach the person', () => {
    expect(canBeReached({ email: 'shown', phone: 'editable' })).toBe(true);
    expect(canBeReached({ email: 'shown', namefirst: 'editable' })).toBe(false);
  });
});
