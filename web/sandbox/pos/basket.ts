import { minorToText, toMinor } from '../../components/money';
import type { Contact } from '../contact/contact';
import { leftMinor, takenBy, usableChecks, valueMinor, type ChosenCheck, type UsedCheck } from './bonus';
import { paidMinor, type Part } from './parts';
import type { Product, SaleRequest } from './types';

export interface BasketLine {
  product: Product;
  quantity: number;
}

/** The CRM's own words about bonus checks that it did not accept. */
export interface Refusal {
  checks: { id: string; name: string }[];
  message: string;
}

export interface Basket {
  lines: BasketLine[];
  customer: Contact | null;
  bonusChecks: ChosenCheck[];
  refusal: Refusal | null;
  /** What has been paid of it already. */
  parts: Part[];
}

export type BasketAction =
  | { type: 'add'; product: Product; quantity: number }
  | { type: 'set_quantity'; sku: string; quantity: number }
  | { type: 'remove'; sku: string }
  | { type: 'set_customer'; customer: Contact | null }
  | { type: 'toggle_bonus_check'; id: string }
  | { type: 'set_check_amount'; id: string; amountMinor: number | null }
  /** `customer` is the card after the refusal, or null when it could not be had. */
  | { type: 'checks_refused'; refusal: Refusal; customer: Contact | null }
  | { type: 'dismiss_refusal' }
  | { type: 'take_part'; part: Part }
  | { type: 'give_back_part'; index: number }
  /** A till that goes offline cannot redeem. */
  | { type: 'drop_checks' }
  | { type: 'clear' };

export const emptyBasket: Basket = { lines: [], customer: null, bonusChecks: [], refusal: null, parts: [] };

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
      return { ...basket, bonusChecks: toggled(basket.bonusChecks, action.id), refusal: null };
    case 'set_check_amount':
      return { ...basket, bonusChecks: withAmount(basket.bonusChecks, action.id, action.amountMinor), refusal: null };
    case 'checks_refused':
      return { ...withCustomer(basket, action.customer ?? basket.customer), refusal: action.refusal };
    case 'dismiss_refusal':
      return { ...basket, refusal: null };
    case 'take_part':
      return { ...basket, parts: [...basket.parts, action.part] };
    case 'give_back_part':
      return { ...basket, parts: basket.parts.filter((_, index) => index !== action.index) };
    case 'drop_checks':
      return { ...basket, bonusChecks: [], refusal: null };
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

function toggled(checks: ChosenCheck[], id: string): ChosenCheck[] {
  const without = checks.filter((check) => check.id !== id);
  return without.length < checks.length ? without : [...checks, { id, amountMinor: null }];
}

const withAmount = (checks: ChosenCheck[], id: string, amountMinor: number | null) =>
  checks.map((check) => (check.id === id ? { id, amountMinor } : check));

/** Chosen checks stay only while they are still the customer's and unused: a refreshed card may say otherwise. */
function withCustomer(basket: Basket, customer: Contact | null): Basket {
  const usable = usableChecks(customer).map((check) => check.bonuscheckid);
  const isSame = customer?.contactid === basket.customer?.contactid;
  return {
    ...basket,
    customer,
    bonusChecks: basket.bonusChecks.filter(({ id }) => usable.includes(id)),
    refusal: isSame ? basket.refusal : null,
  };
}

export const lineMinor = (line: BasketLine) => toMinor(line.product.price) * line.quantity;

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

export const goodsMinorOf = (basket: Basket) => sum(basket.lines.map(lineMinor));

export const usedChecks = (basket: Basket) => takenBy(basket.customer, basket.bonusChecks, goodsMinorOf(basket));

/** Without those for which the goods left nothing to pay. */
export const spentChecks = (basket: Basket) => usedChecks(basket).filter(({ amountMinor }) => amountMinor > 0);

export interface Totals {
  count: number;
  goodsMinor: number;
  /** What the bonus checks take off; never more than the goods cost. */
  bonusMinor: number;
  dueMinor: number;
  paidMinor: number;
  /** Prices include VAT, so this is the part of the goods' price that is tax, before bonus checks. */
  vatMinor: number;
}

export function totalsOf(basket: Basket): Totals {
  const goodsMinor = goodsMinorOf(basket);
  const bonusMinor = sum(usedChecks(basket).map((used) => used.amountMinor));
  return {
    count: sum(basket.lines.map((line) => line.quantity)),
    goodsMinor,
    bonusMinor,
    dueMinor: goodsMinor - bonusMinor,
    paidMinor: paidMinor(basket.parts),
    vatMinor: sum(basket.lines.map((line) => Math.round((lineMinor(line) * line.product.vat) / (100 + line.product.vat)))),
  };
}

export function saleOf(basket: Basket, parts: Part[]): SaleRequest {
  return {
    contactid: basket.customer?.contactid ?? null,
    items: basket.lines.map(({ product, quantity }) => ({ ...product, quantity })),
    bonus_checks: spentChecks(basket).map(entryOf),
    ...paymentOf(parts),
  };
}

/** One payment goes by its name alone: Sitoo then rounds cash itself. */
function paymentOf(parts: Part[]): Pick<SaleRequest, 'payment' | 'payments'> {
  const [only] = parts;
  if (only && parts.length === 1) return { payment: only.name };
  return { payments: parts.map(({ name, amountMinor }) => ({ name, amount: minorToText(amountMinor) })) };
}

/** The last part of a check is named as well: if less is left by then, the CRM can say so instead of giving less. */
function entryOf({ check, amountMinor }: UsedCheck): SaleRequest['bonus_checks'][number] {
  const isWhole = amountMinor === leftMinor(check) && amountMinor === valueMinor(check);
  return isWhole ? check.bonuscheckid : { bonus_check_id: check.bonuscheckid, amount: minorToText(amountMinor) };
}
