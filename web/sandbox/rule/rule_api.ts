import { api, withQuery } from '../../components/api';

export interface Account {
  id: number;
  name: string;
}

export interface ApiKey {
  id: number | string;
  name: string;
  masked: string;
  created_at: string;
}

export interface NewApiKey {
  id: number | string;
  name: string;
  key: string;
  created_at: string;
}

export interface SubscriberRow {
  id: number;
  email: string | null;
  phone_number: string | null;
  status: string;
  tags: string[];
  created_at: string;
  updated_at: string;
}

interface SubscriberPage {
  items: SubscriberRow[];
  total: number;
}

export interface FieldValue {
  name: string;
  type: string;
  value: unknown;
}

export interface GroupRecord {
  id: number | string;
  created_at: string;
  values: FieldValue[];
}

export type CustomGroup =
  | { id: number; name: string; historical: false; fields: FieldValue[] }
  | { id: number; name: string; historical: true; fields: { name: string; type: string }[]; records: GroupRecord[] };

interface Suppression {
  dispatcher_type: string;
  message_type: MessageType;
  suppressed_source_type: string;
}

export type MessageType = 'email' | 'text_message';

export interface PassMessage {
  due_at: string;
  state: string;
  reason: string | null;
}

/** A tag has started an automation, and this is what it has sent or will send. */
export interface Pass {
  id: number;
  subscriber_id: number;
  email: string | null;
  phone_number: string | null;
  tag: string;
  mode: string;
  state: string;
  at: string;
  messages: PassMessage[];
}

/** A message as its reader got it, or would have got it. */
export interface Letter {
  id: number;
  at: string;
  to: string;
  subject: string | null;
  from: string;
  html: string | null;
  plain: string | null;
  tag: string | null;
  kind: 'marketing' | 'transactional';
  status: 'sent' | 'suppressed';
  reason: string | null;
}

export interface Subscriber {
  id: number;
  email: string | null;
  phone_number: string | null;
  language: string | null;
  status: string;
  opted_in: boolean;
  suppressed: Suppression[];
  created_at: string;
  updated_at: string;
  tags: { id: number; name: string; added_at: string }[];
  groups: CustomGroup[];
}

const root = '/rule/pages-api';
const accountPath = (account: number) => `${root}/accounts/${String(account)}`;
const subscriberPath = (account: number, id: number) => `${accountPath(account)}/subscribers/${String(id)}`;

export const perPage = 25;

/** The calls of Rule's pages, as sandbox/PAGES_API.md lists them. */
export const ruleApi = {
  accounts: async () => (await api.get<{ items: Account[] }>(`${root}/accounts`)).items,
  keys: async (account: number) => (await api.get<{ items: ApiKey[] }>(`${accountPath(account)}/keys`)).items,
  createKey: (account: number, name: string) => api.post<NewApiKey>(`${accountPath(account)}/keys`, { name }),
  deleteKey: (account: number, id: number | string) => api.delete(`${accountPath(account)}/keys/${String(id)}`),
  subscribers: (account: number, query: string, page: number, size = perPage) =>
    api.get<SubscriberPage>(withQuery(`${accountPath(account)}/subscribers`, { query, page, per_page: size })),
  subscriber: (account: number, id: number) => api.get<Subscriber>(subscriberPath(account, id)),
  mailbox: async (account: number, to: string) =>
    (await api.get<{ items: Letter[] }>(withQuery(`${accountPath(account)}/mailbox`, { to }))).items,
  sms: async (account: number, to: string) =>
    (await api.get<{ items: Letter[] }>(withQuery(`${accountPath(account)}/sms`, { to }))).items,
  passes: async (account: number, to = '') =>
    (await api.get<{ items: Pass[] }>(withQuery(`${accountPath(account)}/passes`, { to }))).items,
  suppress: (account: number, id: number, type: MessageType) =>
    api.post<Subscriber>(`${subscriberPath(account, id)}/suppress`, { message_types: [type] }),
  setField: (account: number, id: number, change: { group: string; field: string; value: string }) =>
    api.put<Subscriber>(`${subscriberPath(account, id)}/fields`, change),
  unsuppress: (account: number, id: number, type: MessageType) =>
    api.post<Subscriber>(`${subscriberPath(account, id)}/unsuppress`, { message_types: [type] }),
};

export const newestPasses = (passes: Pass[]) => [...passes].sort((one, other) => other.at.localeCompare(one.at) || other.id - one.id);

/** Purchases arrive from the tills at any time; the pages show them without being asked. */
export const refreshEvery_ms = 2_000;
