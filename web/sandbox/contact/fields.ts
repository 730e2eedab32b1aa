import type { FieldName } from './contact';

/** Settings > Custom CRM decides per field what a cashier sees. */
type FieldState = 'hidden' | 'shown' | 'editable';
export type FieldStates = Partial<Record<FieldName, FieldState>>;

export const states: FieldState[] = ['hidden', 'shown', 'editable'];

export const mandatoryMax = 4;

interface FieldGroup {
  name: 'contact' | 'personal' | 'company' | 'invoice' | 'delivery' | 'consent';
  fields: FieldName[];
}

/** The order in which a person is asked: contact first, since that is what search needs. */
export const fieldGroups: FieldGroup[] = [
  { name: 'contact', fields: ['email', 'mobile', 'phone', 'namefirst', 'namelast', 'membernumber'] },
  { name: 'personal', fields: ['personalid', 'gender', 'birthday'] },
  { name: 'company', fields: ['company', 'companyid'] },
  {
    name: 'invoice',
    fields: ['invoice_address', 'invoice_address2', 'invoice_zip', 'invoice_city', 'invoice_state', 'invoice_countryid'],
  },
  {
    name: 'delivery',
    fields: ['delivery_address', 'delivery_address2', 'delivery_zip', 'delivery_city', 'delivery_state', 'delivery_countryid'],
  },
  { name: 'consent', fields: ['accepts_email', 'accepts_sms', 'accepts_mail', 'acceptedconsents'] },
];

export const stateOf = (fields: FieldStates, name: FieldName): FieldState => fields[name] ?? 'hidden';

/** The groups with at least one visible field, each with its visible fields only. */
export function visibleGroups(fields: FieldStates): FieldGroup[] {
  return fieldGroups
    .map((group) => ({ ...group, fields: group.fields.filter((name) => stateOf(fields, name) !== 'hidden') }))
    .filter((group) => group.fields.length > 0);
}

/** Rule can find people by e-mail or phone only, so one of these must be possible to enter. */
export function canBeReached(fields: FieldStates): boolean {
  return (['email', 'mobile', 'phone'] as const).some((name) => stateOf(fields, name) === 'editable');
}
