import { api, withQuery } from '../../components/api';
import type { Consent, Contact, Draft } from '../contact/contact';
import type { Spi } from '../spi';
import { keptOr } from './offline/kept';
import type { Found, Product, Purchase, Receipt, RefundRequest, SaleRequest, Setup, Sold } from './types';

interface Items<T> {
  items: T[];
}

const itemsOf = async <T>(answer: Promise<Items<T>>): Promise<T[]> => (await answer).items;
const contactOf = async (answer: Promise<{ contact: Contact }>): Promise<Contact> => (await answer).contact;
const customerPath = (contactid: string) => `/pos/api/customers/${encodeURIComponent(contactid)}`;

/** The till's calls, as sandbox/PAGES_API.md lists them. */
export const posApi = {
  setup: () => keptOr('setup', () => api.get<Setup>('/pos/api/setup')),
  chooseSpi: (spi: Spi) => api.put<Setup>('/pos/api/spi', { spi }),
  products: () => keptOr('products', () => itemsOf(api.get<Items<Product>>('/pos/api/products'))),
  consents: () => itemsOf(api.get<Items<Consent>>('/pos/api/consents')),
  find: async (key: string) => (await api.get<Found>(withQuery('/pos/api/customers', { key }))).contact,
  lookup: async (key: string) => (await api.get<Found>(withQuery('/pos/api/lookup', { key }))).contact,
  register: (draft: Draft) => contactOf(api.post('/pos/api/customers', draft)),
  customer: (contactid: string) => contactOf(api.get(customerPath(contactid))),
  update: (contactid: string, changes: Partial<Draft>) => contactOf(api.put(customerPath(contactid), changes)),
  purchases: (contactid: string) => itemsOf(api.get<Items<Purchase>>(`${customerPath(contactid)}/purchases`)),
  sell: (sale: SaleRequest) => api.post<Sold>('/pos/api/sales', sale),
  sales: () => itemsOf(api.get<Items<Receipt>>(withQuery('/pos/api/sales', { limit: 20 }))),
  refund: (refund: RefundRequest) => api.post<Sold>('/pos/api/refunds', refund),
};
