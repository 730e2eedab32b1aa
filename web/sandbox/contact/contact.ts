/** What the tills know about a person: the keys of Sitoo's CRM SPI v1 (developer.sitoo.com/spi-customcrm/contacts). */

export const textFields = [
  'email', 'mobile', 'phone', 'membernumber', 'namefirst', 'namelast', 'personalid', 'company', 'companyid',
  'invoice_address', 'invoice_address2', 'invoice_zip', 'invoice_city', 'invoice_state', 'invoice_countryid',
  'delivery_address', 'delivery_address2', 'delivery_zip', 'delivery_city', 'delivery_state', 'delivery_countryid',
  'gender', 'birthday',
] as const;
const switchFields = ['accepts_email', 'accepts_sms', 'accepts_mail'] as const;

export type TextField = (typeof textFields)[number];
export type SwitchField = (typeof switchFields)[number];
export type FieldName = TextField | SwitchField | 'acceptedconsents';

export type Draft = Record<TextField, string> & Record<SwitchField, boolean> & { acceptedconsents: string[] };

export interface BonusCheck {
  bonuscheckid: string;
  name: string;
  description?: string | null;
  value: string | number;
  /** What is left of the value; a CRM that knows no parts leaves it out, and then all of it is. */
  remaining?: string | number | null;
  currency?: string | null;
  validto?: string | null;
  redeemed: boolean;
  dateredeemed?: string | null;
}

/** How far the CRM vouches for its card: yellow is an older copy, red a customer who needs attention. */
export interface ContactStatus {
  color: 'green' | 'yellow' | 'red';
  text: string;
}

/** What the CRM adds to its card in its own words. */
interface ContactSection {
  title: string;
  values: { title: string; text: string; type: string }[];
}

interface Promotion {
  promotionid: string;
  name: string;
  description?: string;
}

export interface Contact extends Partial<Draft> {
  contactid: string;
  bonuschecks?: BonusCheck[] | null;
  promotions?: Promotion[] | null;
  status?: ContactStatus | null;
  sections?: ContactSection[] | null;
}

export interface Consent {
  consentid: string;
  name: string;
  description: string;
  value: boolean;
}

export function blankDraft(): Draft {
  const texts = Object.fromEntries(textFields.map((name) => [name, ''])) as Record<TextField, string>;
  return { ...texts, accepts_email: false, accepts_sms: false, accepts_mail: false, acceptedconsents: [] };
}

/** The editable side of a contact; what the CRM left out or sent as null counts as not filled in. */
export function draftOf(contact: Partial<Draft>): Draft {
  const draft = blankDraft();
  for (const name of textFields) draft[name] = contact[name] ?? '';
  for (const name of switchFields) draft[name] = contact[name] ?? false;
  draft.acceptedconsents = contact.acceptedconsents ?? [];
  return draft;
}

/** Only what differs: an update must not write back fields that the cashier never touched. */
export function changesBetween(before: Draft, after: Draft): Partial<Draft> {
  const names = Object.keys(after) as FieldName[];
  return Object.fromEntries(
    names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name]]),
  );
}

function fullName(contact: Partial<Draft>): string {
  return [contact.namefirst, contact.namelast].filter(Boolean).join(' ');
}

/** How a person is called where there may be no name: a nameless customer still has the key it was found by. */
export function displayName(contact: Partial<Draft>, unnamed: string): string {
  return fullName(contact) || contact.company || contact.email || contact.mobile || contact.phone || unnamed;
}

export function initials(contact: Partial<Draft>): string {
  const words = displayName(contact, '?').split(/[\s@.]+/).filter(Boolean);
  return words.slice(0, 2).map((word) => word.charAt(0).toUpperCase()).join('');
}

/** The wire has birthdays as UTC midnight, a date field has the date alone. */
export const birthdayToInput = (wire: string) => wire.slice(0, 10);
export const birthdayToWire = (date: string) => (date === '' ? '' : `${date}T00:00:00Z`);

export function addressLines(contact: Partial<Draft>, kind: 'invoice' | 'delivery'): string[] {
  const part = (name: string) => contact[`${kind}_${name}` as TextField] ?? '';
  const town = [part('zip'), part('city')].filter(Boolean).join(' ');
  const country = [part('state'), part('countryid').toUpperCase()].filter(Boolean).join(', ');
  return [part('address'), part('address2'), town, country].filter(Boolean);
}
