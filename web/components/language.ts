import { createContext, use } from 'react';

export type Language = 'sv' | 'en';

export interface LanguageChoice {
  language: Language;
  setLanguage: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'en', setLanguage: () => undefined });

export const useLanguage = () => use(LanguageContext);

const place = 'kassabro.language';

/** What was chosen here before, else what the browser asks for. */
export function rememberedLanguage(): Language {
  const stored = window.localStorage.getItem(place);
  if (stored === 'sv' || stored === 'en') return stored;
  return window.navigator.language.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

export function rememberLanguage(language: Language): void {
  window.localStorage.setItem(place, language);
}
