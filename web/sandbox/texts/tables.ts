import type { Language } from '../../components/language';
import { backoffice } from './backoffice';
import { card } from './card';
import { customer } from './customer';
import { fields } from './fields';
import { pay } from './pay';
import { receipt } from './receipt';
import { rule } from './rule';
import { till } from './till';
import { words } from './words';

const parts = { words, till, pay, receipt, customer, fields, backoffice, rule, card };

export type Texts = { [Name in keyof typeof parts]: (typeof parts)[Name]['en'] };

function tableOf(language: Language): Texts {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[language]])) as Texts;
}

export const tables: Record<Language, Texts> = { en: tableOf('en'), sv: tableOf('sv') };
