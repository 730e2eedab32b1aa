import type { Language } from '../../components/language';

interface Country {
  zone: string;
  currency: string;
}

/** Where shops are, with the clock and the money that they begin with. */
export const countries: Record<string, Country> = {
  AT: { zone: 'Europe/Vienna', currency: 'EUR' },
  AU: { zone: 'Australia/Sydney', currency: 'AUD' },
  BE: { zone: 'Europe/Brussels', currency: 'EUR' },
  CA: { zone: 'America/Toronto', currency: 'CAD' },
  CH: { zone: 'Europe/Zurich', currency: 'CHF' },
  CZ: { zone: 'Europe/Prague', currency: 'CZK' },
  DE: { zone: 'Europe/Berlin', currency: 'EUR' },
  DK: { zone: 'Europe/Copenhagen', currency: 'DKK' },
  EE: { zone: 'Europe/Tallinn', currency: 'EUR' },
  ES: { zone: 'Europe/Madrid', currency: 'EUR' },
  FI: { zone: 'Europe/Helsinki', currency: 'EUR' },
  FR: { zone: 'Europe/Paris', currency: 'EUR' },
  GB: { zone: 'Europe/London', currency: 'GBP' },
  IE: { zone: 'Europe/Dublin', currency: 'EUR' },
  IS: { zone: 'Atlantic/Reykjavik', currency: 'ISK' },
  IT: { zone: 'Europe/Rome', currency: 'EUR' },
  LT: { zone: 'Europe/Vilnius', currency: 'EUR' },
  LV: { zone: 'Europe/Riga', currency: 'EUR' },
  NL: { zone: 'Europe/Amsterdam', currency: 'EUR' },
  NO: { zone: 'Europe/Oslo', currency: 'NOK' },
  PL: { zone: 'Europe/Warsaw', currency: 'PLN' },
  PT: { zone: 'Europe/Lisbon', currency: 'EUR' },
  SE: { zone: 'Europe/Stockholm', currency: 'SEK' },
  US: { zone: 'America/New_York', currency: 'USD' },
};

/** For a select: by name, in the language of the page. */
export function countryChoices(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return Object.keys(countries)
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
