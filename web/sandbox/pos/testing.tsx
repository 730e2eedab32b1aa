import { screen } from '@testing-library/react';
import { fakeServer, renderPage, type FakeAnswer, type SeenCall } from '../../components/testing';
import type { Contact } from '../contact/contact';
import { PosPage } from './PosPage';
import type { Receipt, Setup } from './types';

export const setup: Setup = {
  store: { id: '1', name: 'Gamla Stan' },
  register: { id: '1', name: 'Till 1' },
  staff: 'Karin',
  currency: 'SEK',
  search_placeholder: 'Phone or email',
  member_number_title: 'Club number',
  mandatory: ['namefirst'],
  register_fields: { email: 'editable', mobile: 'editable', namefirst: 'editable', personalid: 'hidden' },
  update_fields: { namefirst: 'editable' },
  spi: 'v1',
  spis: { v1: { connected: true }, v2: { connected: true, events: true } },
  connected: true,
};
export const cap = { sku: 'CAP-1', name: 'Wool cap', price: '349.00', vat: 25 };
export const anna: Contact = { contactid: 'c1', namefirst: 'Anna', mobile: '+46701234567', membernumber: '10001', bonuschecks: [] };
export const receipt: Receipt = {
  orderid: '1', receiptid: 'R1', orderdate: '2026-11-23T10:00:00Z', type: 'sale', store: 'Gamla Stan', register: 'Till 1',
  staff: 'Karin', member_number_title: 'Club number', membernumber: '10001', customer: 'Anna', currency: 'SEK',
  lines: [{ ...cap, quantity: 2, total: '698.00' }],
  total: '698.00', net: '558.40', vat: '139.60', payments: [{ name: 'Card', amount: '698.00' }],
};

/** A till with one product and one customer, whose CRM says yes to everything. */
export const answers: Record<string, FakeAnswer> = {
  'GET /pos/api/setup': { body: setup },
  'GET /pos/api/products': { body: { items: [cap] } },
  'GET /pos/api/consents': { body: { items: [] } },
  'GET /pos/api/customers': { body: { contact: null } },
  'GET /pos/api/lookup': { body: { contact: { namefirst: '', namelast: 'Ek' } } },
  'POST /pos/api/customers': { body: { contact: anna } },
  'GET /pos/api/customers/c1': { body: { contact: anna } },
  'GET /pos/api/customers/c1/purchases': { body: { items: [] } },
  'POST /pos/api/sales': { body: { receipt, copy: { sent: true, status: 200, message: '' } } },
};

export const sent = (calls: SeenCall[], path: string) =>
  calls.filter((call) => call.method === 'POST' && call.path === path);

/** Returns the calls that the till makes; `changed` answers may be exchanged afterwards as well. */
export async function openTill(changed: Record<string, FakeAnswer> = {}): Promise<SeenCall[]> {
  window.scrollTo = () => undefined;
  const calls = fakeServer(Object.assign(changed, { ...answers, ...changed }));
  renderPage(<PosPage />);
  await screen.findByRole('button', { name: /Wool cap/ });
  return calls;
}
