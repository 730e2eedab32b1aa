import type { Language } from '../../components/language';
import { changes } from './changes';
import { conflict } from './conflict';
import { customers } from './customers';
import { deliveries } from './deliveries';
import { delivery } from './delivery';
import { deliveryFilter } from './delivery_filter';
import { doctor } from './doctor';
import { editor } from './editor';
import { erasure } from './erasure';
import { field_hints } from './field_hints';
import { field_labels } from './field_labels';
import { field_options } from './field_options';
import { guide } from './guide';
import { imports } from './imports';
import { jobs } from './jobs';
import { lists } from './lists';
import { marketing } from './marketing';
import { orders } from './orders';
import { overview } from './overview';
import { preview } from './preview';
import { receipt } from './receipt';
import { settings } from './settings';
import { shell } from './shell';
import { till } from './till';
import { timeline } from './timeline';
import { webhooks } from './webhooks';
import { words } from './words';

const parts = {
  words, shell, guide, overview, customers, erasure, timeline, deliveries, delivery, deliveryFilter, orders, jobs, imports, marketing, settings, doctor,
  changes, conflict, editor, field_hints, field_labels, field_options, lists, preview, receipt, till, webhooks,
};

export type { Language };
export type Texts = { [Name in keyof typeof parts]: (typeof parts)[Name]['en'] };

function tableOf(language: Language): Texts {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[language]])) as Texts;
}

export const tables: Record<Language, Texts> = { en: tableOf('en'), sv: tableOf('sv') };
