import { customers } from './customers';
import { deliveries } from './deliveries';
import { delivery } from './delivery';
import { deliveryFilter } from './delivery_filter';
import { doctor } from './doctor';
import { guide } from './guide';
import { imports } from './imports';
import { jobs } from './jobs';
import { marketing } from './marketing';
import { orders } from './orders';
import { overview } from './overview';
import { settings } from './settings';
import { shell } from './shell';
import { timeline } from './timeline';
import { words } from './words';

const parts = {
  words, shell, guide, overview, customers, timeline, deliveries, delivery, deliveryFilter, orders, jobs, imports, marketing, settings, doctor,
};

export type Language = 'sv' | 'en';
export type Texts = { [Name in keyof typeof parts]: (typeof parts)[Name]['en'] };

function tableOf(language: Language): Texts {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[language]])) as Texts;
}

export const tables: Record<Language, Texts> = { en: tableOf('en'), sv: tableOf('sv') };
