import type { FieldName } from './contact';

/** Settings > Custom CRM decides per field what a cashier sees. */
type FieldState = 'hidden' | 'shown' | 'editable';
export type FieldStates = Partial<Record<FieldName, FieldState>>;

export const stateLabels: Record<FieldState, string> = {
  hidden: 'Hidden',
  shown: 'Shown',
  editable: 'Shown and editable',
};
export const states: FieldState[] = ['hidden', 'shown', 'editable'];

export const mandatoryMax = 4;

export const fieldLabels: Record<FieldName, string> = {
  email: 'E-mail',
  mobile: 'Mobile phone',
  phone: 'Phone',
  membernumber: 'Member number',
  namefirst: 'First name',
  namelast: 'Last name',
  personalid: 'Personal ID',
  company: 'Company',
  companyid: 'Company ID',
  invoice_address: 'Invoice address',
  invoice_address2: 'Invoice address, line 2',
  invoice_zip: 'Invoice postal code',
  invoice_city: 'Invoice city',
  invoice_state: 'Invoice state',
  invoice_countryid: 'Invoice country',
  delivery_address: 'Delivery address',
  delivery_address2: 'Delivery address, line 2',
  delivery_zip: 'Delivery postal code',
  delivery_city: 'Delivery city',
  delivery_state: 'Delivery state',
  delivery_countryid: 'Delivery country',
  gender: 'Gender',
  birthday: 'Birthday',
  accepts_email: 'Accepts e-mail',
  accepts_sms: 'Accepts SMS',
  accepts_mail: 'Accepts post',
  acceptedconsents: 'Consents',
};

interface FieldGroup {
  title: string;
  fields: FieldName[];
}

/** The order in which a person is asked: contact first, since that is what search needs. */
export const fieldGroups: FieldGroup[] = [
  { title: 'Contact', fields: ['email', 'mobile', 'phone', 'namefirst', 'namelast', 'membernumber'] },
  { title: 'Personal', fields: ['personalid', 'gender', 'birthday'] },
  { title: 'Company', fields: ['company', 'companyid'] },
  {
    title: 'Invoice address',
    fields: ['invoice_address', 'invoice_address2', 'invoice_zip', 'invoice_city', 'invoice_state', 'invoice_countryid'],
  },
  {
    title: 'Delivery address',
    fields: ['delivery_address', 'delivery_address2', 'delivery_zip', 'delivery_city', 'delivery_state', 'delivery_countryid'],
  },
  { title: 'Consent', fields: ['accepts_email', 'accepts_sms', 'accepts_mail', 'acceptedconsents'] },
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
