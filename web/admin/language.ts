import { useLanguage } from '../components/language';
import type { Pair } from './texts/pair';

export { useLanguage } from '../components/language';

/** A part of the texts, in the language that is chosen. Each page names its own parts, so that it loads no others. */
export function useTexts<T>(part: Pair<T>): T {
  return part[useLanguage().language];
}
