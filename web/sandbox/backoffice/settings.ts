import { api } from '../../components/api';
import type { FieldName } from '../contact/contact';
import { canBeReached, fieldGroups, stateOf, type FieldStates } from '../contact/fields';
import type { Spi } from '../spi';
import type { Texts } from '../texts/tables';

export interface CustomCrm {
  api_url: string;
  api_token: string;
  search_placeholder: string;
  member_number_title: string;
  mandatory: FieldName[];
  register_fields: FieldStates;
  update_fields: FieldStates;
  lookup_enabled: boolean;
}

/** An address with the user and the password that belong to it. */
export interface Access {
  url: string;
  user: string;
  password: string;
}

export interface Settings {
  custom_crm: CustomCrm;
  crm_v2: Access;
  events: Access;
}

export interface TestResult {
  ok: boolean;
  status: number;
  milliseconds?: number;
  message?: string;
}

export const backofficeApi = {
  settings: () => api.get<Settings>('/backoffice/api/settings'),
  save: (settings: Settings) => api.put<Settings>('/backoffice/api/settings', settings),
  testConnection: (spi: Spi) => api.post<TestResult>('/backoffice/api/test-connection', { spi }),
};

/** The fields that can be made mandatory; a consent box that must be ticked is no consent, so those are not offered. */
export const mandatoryChoices: FieldName[] = fieldGroups.filter(({ name }) => name !== 'consent').flatMap(({ fields }) => fields);

/** What would make the integration fail although every single setting is allowed. */
export function warningsFor(crm: CustomCrm, { backoffice: texts, fields: { labels } }: Pick<Texts, 'backoffice' | 'fields'>): string[] {
  const forms: [string, FieldStates][] = [
    [texts.registration, crm.register_fields],
    [texts.update, crm.update_fields],
  ];
  const unreachable = forms
    .filter(([, fields]) => !canBeReached(fields))
    .map(([title]) => texts.unreachable(title));
  const impossible = crm.mandatory
    .filter((name) => stateOf(crm.register_fields, name) !== 'editable')
    .map((name) => texts.impossible(labels[name]));
  return [...unreachable, ...impossible];
}

export const isSame = (one: Settings, other: Settings) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The server may answer the fields in another order than they were sent. */
function sorted({ custom_crm: crm, crm_v2, events }: Settings): unknown {
  const entries = (fields: FieldStates) => Object.entries(fields).sort(([a], [b]) => a.localeCompare(b));
  return [
    crm.api_url, crm.api_token, crm.search_placeholder, crm.member_number_title, crm.lookup_enabled,
    crm.mandatory, entries(crm.register_fields), entries(crm.update_fields),
    ...[crm_v2, events].map(({ url, user, password }) => [url, user, password]),
  ];
}
