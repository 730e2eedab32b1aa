import { blankDraft, textFields, type Consent, type Draft, type FieldName } from './contact';
import { stateOf, type FieldStates } from './fields';

/** Where a searched key belongs in the form of a new customer; null when it cannot be entered there. */
export function fieldForKey(key: string, fields: FieldStates): 'email' | 'mobile' | 'phone' | null {
  const candidates = key.includes('@') ? (['email'] as const) : (['mobile', 'phone'] as const);
  const looksRight = key.includes('@') || /^[+\d][\d\s()/-]{4,}$/.test(key);
  return looksRight ? (candidates.find((name) => stateOf(fields, name) === 'editable') ?? null) : null;
}

/** A new customer's form: the key just searched, and each consent in the state the CRM wants it to start in. */
export function newDraft(key: string, fields: FieldStates, consents: Consent[]): Draft {
  const draft = blankDraft();
  const field = fieldForKey(key, fields);
  if (field) draft[field] = key;
  if (stateOf(fields, 'acceptedconsents') === 'editable') {
    draft.acceptedconsents = consents.filter((consent) => consent.value).map((consent) => consent.consentid);
  }
  return draft;
}

/** A person register fills gaps; it never overwrites what the cashier has typed, and it never gives consent. */
export function fillGaps(draft: Draft, found: Partial<Draft>): Draft {
  const filled = { ...draft };
  for (const name of textFields) {
    if (filled[name] === '') filled[name] = found[name] ?? '';
  }
  return filled;
}

/** The mandatory fields that are empty. What the form does not let you edit cannot be demanded here. */
export function missingFields(draft: Draft, mandatory: FieldName[], fields: FieldStates): FieldName[] {
  return mandatory.filter((name) => stateOf(fields, name) === 'editable' && isEmpty(draft[name]));
}

function isEmpty(value: string | boolean | string[]): boolean {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}
