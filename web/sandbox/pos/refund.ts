import { toMinor } from '../../components/money';
import type { Receipt, ReceiptLine, RefundRequest } from './types';

/** SKU to the quantity that comes back; what is not in it stays sold. */
export type Returned = Record<string, number>;

export function refundOf(sale: Receipt, returned: Returned): RefundRequest {
  const items = Object.entries(returned).filter(([, quantity]) => quantity > 0);
  return { orderid: sale.orderid, items: items.map(([sku, quantity]) => ({ sku, quantity })) };
}

/** What was taken off the whole receipt, such as a bonus check that is not spread over the lines. */
export function discountMinor(receipt: Receipt): number {
  return toMinor(receipt.total) - receipt.lines.reduce((total, line) => total + toMinor(line.total), 0);
}

/** A sale made with a bonus check has lines below list price: what was paid for the line counts, divided by pieces. */
function returnedMinor(line: ReceiptLine, quantity: number): number {
  return Math.round((toMinor(line.total) * quantity) / line.quantity);
}

export function refundMinor(sale: Receipt, returned: Returned): number {
  return sale.lines.reduce((total, line) => total + returnedMinor(line, returned[line.sku] ?? 0), 0);
}
