import { useLanguage } from './language';
import type { Language } from '../components/language';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

export interface Format {
  /** "2026-11-23 11:00" on the shop's wall clock. */
  time: (iso: string) => string;
  /** "11:00" there. */
  hour: (iso: string) => string;
  /** "2026-11-23 11:00:05" there. */
  moment: (iso: string) => string;
  /** "11:00:05" there. */
  clock: (iso: string) => string;
  /** "måndag 23 november 2026" there. */
  day: (iso: string) => string;
  /** Of a day without a time, such as a birthday. */
  date: (day: string | null) => string;
  /** "29 nov." of such a day, where there is little room. */
  shortDay: (day: string) => string;
  count: (value: number) => string;
  money: (amount: string, currency: string) => string;
  /** "1 min 20 s" */
  duration: (seconds: number) => string;
  /** "420 ms", then as a duration. */
  delay: (milliseconds: number) => string;
  percent: (share: number) => string;
  /** "Sverige" for "SE". */
  country: (code: string) => string;
}

function formatWith(language: Language, options: Intl.DateTimeFormatOptions, timeZone: string | undefined, iso: string): string {
  const instant = new Date(iso);
  // Before the year 2000 stands for "never".
  if (Number.isNaN(instant.getTime()) || instant.getFullYear() < 2000) return '–';
  return new Intl.DateTimeFormat(locales[language], { ...options, ...(timeZone ? { timeZone } : {}) }).format(instant);
}

export function formatDuration(seconds: number): string {
  if (seconds < 1) return '< 1 s';
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round(seconds % 60);
  if (hours > 0) return `${String(hours)} h ${String(minutes)} min`;
  return minutes > 0 ? `${String(minutes)} min ${String(rest)} s` : `${String(rest)} s`;
}

/** A day has no zone: it is the same one everywhere. */
function formatDay(language: Language, options: Intl.DateTimeFormatOptions, day: string | null): string {
  const instant = new Date(`${day ?? ''}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return '–';
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(instant);
}

function formatDelay(milliseconds: number): string {
  return milliseconds < 1_000 ? `${String(Math.round(milliseconds))} ms` : formatDuration(milliseconds / 1_000);
}

export function makeFormat(language: Language, timeZone?: string): Format {
  const locale = locales[language];
  return {
    time: (iso) => formatWith(language, { dateStyle: 'short', timeStyle: 'short' }, timeZone, iso),
    hour: (iso) => formatWith(language, { hour: '2-digit', minute: '2-digit' }, timeZone, iso),
    moment: (iso) => formatWith(language, { dateStyle: 'short', timeStyle: 'medium' }, timeZone, iso),
    clock: (iso) => formatWith(language, { timeStyle: 'medium' }, timeZone, iso),
    day: (iso) => formatWith(language, { dateStyle: 'full' }, timeZone, iso),
    date: (day) => formatDay(language, { dateStyle: 'medium' }, day),
    shortDay: (day) => formatDay(language, { day: 'numeric', month: 'short' }, day),
    count: (value) => new Intl.NumberFormat(locale).format(value),
    money: (amount, currency) => {
      const value = Number(amount);
      if (Number.isNaN(value) || !/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`.trim();
      return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
    },
    duration: formatDuration,
    delay: formatDelay,
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code) : code),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
  };
}

/** How the page writes times and numbers; without a zone, on the viewer's clock. */
export function useFormat(timeZone?: string): Format {
  return makeFormat(useLanguage().language, timeZone);
}
