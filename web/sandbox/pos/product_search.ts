import type { Product } from './types';

interface Entry {
  quantity: number;
  text: string;
}

/** "3*cap" and "3 x cap" mean three of them, as on any till. */
export function parseEntry(typed: string): Entry {
  const match = /^\s*(\d{1,3})\s*[*x×]\s*(.*)$/i.exec(typed);
  const quantity = Number(match?.[1] ?? 1);
  return { quantity: Math.max(1, quantity), text: (match?.[2] ?? typed).trim() };
}

/** An exact SKU (a scanned bar code) comes alone; otherwise every word must occur in the name or the SKU. */
export function matchProducts(products: Product[], text: string): Product[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return products;
  const exact = products.filter((product) => product.sku.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const words = wanted.split(/\s+/);
  return products.filter((product) => {
    const haystack = `${product.name} ${product.sku}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
