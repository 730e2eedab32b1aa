import { toMinor } from '../../components/money';
import type { BonusCheck, Contact } from '../contact/contact';
import type { Payment, Product, SaleRequest } from './types';

export interface BasketLine {
  product: Product;
  quantity: number;
}

export interface Basket {
  lines: BasketLine[];
  customer: Contact | null;
  /** Ids of the customer's bonus checks that this purchase is to use. */
  bonusChecks: string[];
}

export type BasketAction =
  | { type: 'add'; product: Product; quantity: number }
  | { type: 'set_quantity'; sku: string; quantity: number }
  | { type: 'remove'; sku: string }
  | { type: 'set_customer'; customer: Contact | null }
  | { type: 'toggle_bonus_check'; id: string }
  | { type: 'clear' };

export const emptyBasket: Basket = { lines: [], customer: null, bonusChecks: [] };

export const quantityMax = 999;

export function changeBasket(basket: Basket, action: BasketAction): Basket {
  switch (action.type) {
    case 'add':
      return { ...basket, lines: withProduct(basket.lines, action.product, action.quantity) };
    case 'set_quantity':
      return { ...basket, lines: withQuantity(basket.lines, action.sku, action.quantity) };
    case 'remove':
      return { ...basket, lines: basket.lines.filter((line) => line.product.sku !== action.sku) };
    case 'set_customer':
      return withCustomer(basket, action.customer);
    case 'toggle_bonus_check':
      return { ...basket, bonusChecks: toggled(basket.bonusChecks, action.id) };
    case 'clear':
      return emptyBasket;
  }
}

function withProduct(lines: BasketLine[], product: Product, quantity: number): BasketLine[] {
  const existing = lines.find((line) => line.product.sku === product.sku);
  if (!existing) return [...lines, { product, quantity: bounded(quantity) }];
  return withQuantity(lines, product.sku, existing.quantity + quantity);
}

function withQuantity(lines: BasketLine[], sku: string, quantity: number): BasketLine[] {
  return lines.map((line) => (line.product.sku === sku ? { ...line, quantity: bounded(quantity) } : line));
}

const bounded = (quantity: number) => Math.min(quantityMax, Math.max(1, Math.trunc(quantity) || 1));

const toggled = (ids: string[], id: string) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

/** Chosen checks stay only while they are still the customer's and unused: a refreshed card may say otherwise. */
function withCustomer(basket: Basket, customer: Contact | null): Basket {
  const usable = usableChecks(customer).map((check) => check.bonuscheckid);
  return { ...basket, customer, bonusChecks: basket.bonusChecks.filter((id) => usable.includes(id)) };
}

export function usableChecks(customer: Contact | null): BonusCheck[] {
  return (customer?.bonuschecks ?? []).filter((check) => !check.redeemed);
}

export function chosenChecks(basket: Basket): BonusCheck[] {
  return usableChecks(basket.customer).filter((check) => basket.bonusChecks.includes(check.bonuscheckid));
}

/** The CRM writes the value as text or as a number; what is neither is worth nothing. */
export function checkMinor(check: BonusCheck): number {
  const value = Number(check.value);
  return Number.isFinite(value) ? Math.round(value * 100) : 0;
}

export const lineMinor = (line: BasketLine) => toMinor(line.product.price) * line.quantity;

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

export interface Totals {
  count: number;
  goodsMinor: number;
  /** What the bonus checks take off; never more than the goods cost. */
  bonusMinor: number;
  dueMinor: number;
  /** Prices include VAT, so this is the part of the goods' price that is tax, before bonus checks. */
  vatMinor: number;
}

export function totalsOf(basket: Basket): Totals {
  const goodsMinor = sum(basket.lines.map(lineMinor));
  const bonusMinor = Math.min(goodsMinor, sum(chosenChecks(basket).map(checkMinor)));
  return {
    count: sum(basket.lines.map((line) => line.quantity)),
    goodsMinor,
    bonusMinor,
    dueMinor: goodsMinor - bonusMinor,
    vatMinor: sum(basket.lines.map((line) => Math.round((lineMinor(line) * line.product.vat) / (100 + line.product.vat)))),
  };
}

export function saleOf(basket: Basket, payment: Payment): SaleRequest {
  return {
    contactid: basket.customer?.contactid ?? null,
    items: basket.lines.map(({ product, quantity }) => ({ ...product, quantity })),
    bonus_checks: chosenChecks(basket).map((check) => check.bonuscheckid),
    payment,
  };
}
