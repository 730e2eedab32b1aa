import { useSyncExternalStore } from 'react';
import type { SaleRequest } from '../types';

/** A sale that was made while the till was offline, and that Sitoo does not have yet. */
export interface LateSale {
  /** Sent with the sale, so that one that is sent twice is made once. */
  id: string;
  /** Counts the offline sales of this till, in the order in which they were made. */
  number: number;
  soldAt: string;
  request: SaleRequest;
  /** Sitoo's words when it did not take the sale; then it waits for a person. */
  refusal: string | null;
}

// Each sale has a place of its own: two tabs of one till then never write over each other's.
const prefix = 'kassabro.late_sale.';
const numberPlace = 'kassabro.late_sale_number';
const changed = new EventTarget();

function places(): string[] {
  return Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
}

function readAll(): string {
  return JSON.stringify(places().map((key) => window.localStorage.getItem(key) ?? '').sort());
}

const oldestFirst = (one: LateSale, other: LateSale) => one.soldAt.localeCompare(other.soldAt) || one.number - other.number;

const parsed = (text: string) => (JSON.parse(text) as string[]).map((sale) => JSON.parse(sale) as LateSale).sort(oldestFirst);

export const lateSales = (): LateSale[] => parsed(readAll());

function write(sale: LateSale): void {
  window.localStorage.setItem(prefix + sale.id, JSON.stringify(sale));
  changed.dispatchEvent(new Event('change'));
}

/** Keeps a sale before the customer gets the receipt. Throws when the browser has no room for it. */
export function keepSale(request: SaleRequest, soldAt: Date): LateSale {
  const number = Number(window.localStorage.getItem(numberPlace) ?? '0') + 1;
  window.localStorage.setItem(numberPlace, String(number));
  const sale = { id: newId(), number, soldAt: soldAt.toISOString(), request, refusal: null };
  write(sale);
  return sale;
}

/** `crypto.randomUUID` is for secure origins only; a till in a shop's network is often plain http. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function refuseSale(sale: LateSale, refusal: string | null): void {
  write({ ...sale, refusal });
}

export function forgetSale(sale: LateSale): void {
  window.localStorage.removeItem(prefix + sale.id);
  changed.dispatchEvent(new Event('change'));
}

function subscribe(listen: () => void): () => void {
  window.addEventListener('storage', listen);
  changed.addEventListener('change', listen);
  return () => {
    window.removeEventListener('storage', listen);
    changed.removeEventListener('change', listen);
  };
}

/** What waits on this till, oldest first. */
export const useLateSales = (): LateSale[] => parsed(useSyncExternalStore(subscribe, readAll));
