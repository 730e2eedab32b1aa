import { useLanguage } from '../components/language';
import { tables, type Texts } from './texts/tables';

/** All texts in the language that is chosen. */
export const useTexts = (): Texts => tables[useLanguage().language];
