import { minorToText, toMinor } from '../../../components/money';
import { displayName } from '../../contact/contact';
import { lineMinor, saleOf, type Basket } from '../basket';
import { paidMinor, type Part } from '../parts';
import type { Receipt, Setup } from '../types';
import { keepSale, type LateSale } from './late_sales';

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Sells without asking anybody. It will be sent in the generation of the interface that knows its customer. */
export function sellOffline(basket: Basket, parts: Part[], setup: Setup, now: Date): LateSale {
  return keepSale({ ...saleOf(basket, parts), spi: setup.spi }, now);
}

/** The slip of a sale that Sitoo has not seen: it has the till's own number. */
export function offlineReceipt(sale: LateSale, basket: Basket, parts: Part[], setup: Setup, receiptid: string): Receipt {
  const lines = basket.lines.map((line) => ({
    ...line.product,
    quantity: line.quantity,
    total: minorToText(lineMinor(line)),
  }));
  const vat = sum(lines.map((line) => Math.round((toMinor(line.total) * line.vat) / (100 + line.vat))));
  const total = paidMinor(parts);
  return {
    orderid: sale.id,
    receiptid,
    orderdate: sale.soldAt,
    type: 'sale',
    store: setup.store.name,
    register: setup.register.name,
    staff: setup.staff,
    member_number_title: setup.member_number_title,
    membernumber: basket.customer?.membernumber ?? '',
    customer: basket.customer ? displayName(basket.customer, '') : '',
    currency: setup.currency,
    lines,
    total: minorToText(total),
    net: minorToText(total - vat),
    vat: minorToText(vat),
    payments: parts.map(({ name, amountMinor }) => ({ name, amount: minorToText(amountMinor) })),
  };
}
