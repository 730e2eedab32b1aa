import type { Schemas } from '../api/client';

export type Customer = Schemas['Customer'];

/** As on an envelope; empty for no address. */
export function addressLines({ line1, line2, zip, city, state, country }: Schemas['Address'], countryName: (code: string) => string): string[] {
  return [line1, line2, `${zip} ${city}`.trim(), state, countryName(country)].filter((line) => line !== '');
}

/** The text of a word from another system; as it came where it is not known. */
export function wordFor(table: Record<string, string>, word: string): string {
  return Object.hasOwn(table, word) ? (table[word] ?? word) : word;
}
