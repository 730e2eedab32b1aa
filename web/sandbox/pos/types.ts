import type { Contact, FieldName } from '../contact/contact';
import type { FieldStates } from '../contact/fields';
import type { Spi } from '../spi';
import type { UsedCheck } from './bonus';
import type { BeforeReturn } from './given_back';

export interface Setup {
  store: { id: string; name: string };
  register: { id: string; name: string };
  staff: string;
  currency: string;
  search_placeholder: string;
  member_number_title: string;
  mandatory: FieldName[];
  register_fields: FieldStates;
  update_fields: FieldStates;
  spi: Spi;
  spis: { v1: { connected: boolean }; v2: { connected: boolean; events: boolean } };
  /** That of the chosen generation. */
  connected: boolean;
}

export interface Product {
  sku: string;
  name: string;
  price: string;
  vat: number;
}

interface PurchaseLine {
  sku: string;
  name: string;
  quantity: number;
  total: string;
}

export interface Purchase {
  orderid: string;
  receiptid: string;
  orderdate: string;
  type: string;
  total: string;
  currency: string;
  store: string;
  /** Where it was bought, as "Webshop"; empty at a till. */
  channel?: string;
  lines: PurchaseLine[];
}

export interface ReceiptLine extends PurchaseLine {
  price: string;
  vat: number;
}

export interface Receipt {
  orderid: string;
  receiptid: string;
  orderdate: string;
  type: 'sale' | 'return';
  store: string;
  register: string;
  staff: string;
  member_number_title: string;
  membernumber: string;
  customer: string;
  currency: string;
  lines: ReceiptLine[];
  total: string;
  net: string;
  vat: string;
  payments: { name: string; amount: string }[];
}

/** Whether the CRM has its copy of the transaction. A sale counts either way; the till sends the copy again later. */
export interface Copy {
  sent: boolean;
  status: number;
  message: string;
  /** Sitoo tells the CRM by an event (SPI v2), which waits in its queue. */
  event?: boolean;
}

export interface Sold {
  receipt: Receipt;
  copy: Copy;
}

/** What the till shows when a sale or a return is made. */
export interface Done {
  sold: Sold;
  /** The sale waits on the till; Sitoo does not know it yet. */
  isKept?: boolean;
  /** What the customer gets back in cash. */
  changeMinor?: number;
  /** The bonus checks of a sale. */
  checks: UsedCheck[];
  /** Of a return whose customer is known, to tell which bonus checks it gave back. */
  before: BeforeReturn | null;
}

export interface SaleRequest {
  contactid: string | null;
  items: (Product & { quantity: number })[];
  /** An id is the whole check. */
  bonus_checks: (string | { bonus_check_id: string; amount: string })[];
  /** One for the whole sum; several add up to it. */
  payment?: string;
  payments?: { name: string; amount: string }[];
  /** Of a sale that was made while the till was offline: when, by which interface, and what makes it once only. */
  orderdate?: string;
  spi?: Spi;
  sale_id?: string;
}

export interface RefundRequest {
  orderid: string;
  items: { sku: string; quantity: number }[];
}

export interface Found {
  contact: Contact | null;
}
