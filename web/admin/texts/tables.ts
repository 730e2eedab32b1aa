import { deliveries } from './deliveries';
import { doctor } from './doctor';
import { guide } from './guide';
import { imports } from './imports';
import { jobs } from './jobs';
import { marketing } from './marketing';
import { orders } from './orders';
import { overview } from './overview';
import { settings } from './settings';
import { shell } from './shell';
import { words } from './words';

const parts = { words, shell, guide, overview, deliveries, orders, jobs, imports, marketing, settings, doctor };

export type Language = 'sv' | 'en';
export type Texts = { [Name in keyof typeof parts]: (typeof parts)[Name]['en'] };

function tableOf(language: Language): Texts {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[language]])) as Texts;
}

export const tables: Record<Language, Texts> = { en: tableOf('en'), sv: tableOf('sv') };
