import { ApiError, messageOf } from '../../components/api';
import { toMinor } from '../../components/money';
import type { Receipt, RefundRequest } from './types';

/** SKU to the quantity that comes back; what is not in it stays sold. */
export type Returned = Record<string, number>;

export interface SoldItem {
  sku: string;
  name: string;
  quantity: number;
  paidMinor: number;
}

/** What was sold, one entry a product: goods come back by SKU, however many lines of the receipt they stood on. */
export function soldItems(sale: Receipt): SoldItem[] {
  const items = new Map<string, SoldItem>();
  for (const line of sale.lines) {
    const item = items.get(line.sku) ?? { sku: line.sku, name: line.name, quantity: 0, paidMinor: 0 };
    item.quantity += line.quantity;
    item.paidMinor += toMinor(line.total);
    items.set(line.sku, item);
  }
  return [...items.values()];
}

export function refundOf(sale: Receipt, returned: Returned): RefundRequest {
  const items = Object.entries(returned).filter(([, quantity]) => quantity > 0);
  return { orderid: sale.orderid, items: items.map(([sku, quantity]) => ({ sku, quantity })) };
}

/** A sale made with a bonus check has lines below list price: what was paid for the item counts, divided by pieces. */
export function refundMinor(sale: Receipt, returned: Returned): number {
  const amountOf = (item: SoldItem) => Math.round((item.paidMinor * (returned[item.sku] ?? 0)) / item.quantity);
  return soldItems(sale).reduce((total, item) => total + amountOf(item), 0);
}

/** The item and the message of a refusal that names one of the request's items (`items.1.quantity`). */
export function refusedItem(error: unknown, request: RefundRequest | undefined): { sku: string; message: string } | null {
  if (!(error instanceof ApiError)) return null;
  const index = /^items\.(\d+)\b/.exec(error.field ?? '')?.[1];
  const sku = index === undefined ? undefined : request?.items[Number(index)]?.sku;
  return sku === undefined ? null : { sku, message: messageOf(error) };
}
