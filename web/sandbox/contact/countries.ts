import type { Language } from '../../components/language';

/** Where shops on Sitoo sell; ISO 3166 alpha-2 in lower case, as the SPI sends them. */
const codes = [
  'se', 'no', 'dk', 'fi', 'is', 'ax', 'at', 'be', 'ch', 'cz', 'de', 'ee', 'es', 'fr', 'gb', 'ie', 'it', 'lt', 'lu', 'lv',
  'nl', 'pl', 'pt', 'us',
];

export interface Option {
  value: string;
  label: string;
}

/** A stored country that is not on the list must still be selectable, or saving would silently change it. */
export function countryOptions(current: string, language: Language): Option[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const listed = codes.map((code) => ({ value: code, label: names.of(code.toUpperCase()) ?? code }));
  const known = current === '' || codes.includes(current.toLowerCase());
  const extra = known ? [] : [{ value: current, label: current.toUpperCase() }];
  return [...listed, ...extra];
}
