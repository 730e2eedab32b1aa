import { useLanguage, type Language } from './language';
import { isAmount, toMinor } from './money';

/** How a page writes numbers, money and times to its reader. */
export interface Format {
  /** `129800` is "1,298.00"; a real minus sign keeps columns of figures aligned. */
  minor: (minor: number) => string;
  /** For showing only: what another system sent in place of an amount is shown as it came. */
  money: (text: string, currency?: string) => string;
  count: (value: number) => string;
  /** In the reader's own zone; what is no time is shown as it came. */
  time: (text: string) => string;
  date: (text: string) => string;
  /** What stands before the öre: "." or ",". */
  decimal: string;
}

const defaults: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** The reader's own kind of the language, where the browser names one. */
function localeOf(language: Language): string {
  return navigator.languages.find((one) => one.toLowerCase().startsWith(`${language}-`)) ?? defaults[language];
}

/** A day, or a time on Rule's own clock: without a zone it is shown as it was written, wherever it is read. */
const hasNoZone = (text: string) => /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(text);

const instantOf = (text: string) => new Date(hasNoZone(text) && text.length > 10 ? `${text.replace(' ', 'T')}Z` : text);

function formatterOf(language: Language): Format {
  const locale = localeOf(language);
  // Swedish writes days as numbers; English months are words, since 2/3 is another day in London than in New York.
  const dateStyle = language === 'sv' ? 'short' : 'medium';
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale);
  const written = (options: Intl.DateTimeFormatOptions) => {
    const here = new Intl.DateTimeFormat(locale, options);
    const asWritten = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (text: string) => {
      const instant = instantOf(text);
      if (Number.isNaN(instant.getTime())) return text;
      return (hasNoZone(text) ? asWritten : here).format(instant);
    };
  };
  const minor = (amount: number) => decimals.format(amount / 100).replace('-', '\u2212');
  return {
    minor,
    money: (text, currency = '') => `${isAmount(text) ? minor(toMinor(text)) : text} ${currency}`.trim(),
    count: (value) => whole.format(value),
    time: written({ dateStyle, timeStyle: 'short' }),
    date: written({ dateStyle }),
    decimal: decimals.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.',
  };
}

const made = new Map<Language, Format>();

export function formatIn(language: Language): Format {
  const known = made.get(language) ?? formatterOf(language);
  made.set(language, known);
  return known;
}

export const useFormat = () => formatIn(useLanguage().language);
