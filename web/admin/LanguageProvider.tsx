import type { ReactNode } from 'react';
import type { Language } from '../components/language';
import { LanguageProvider as Provider } from '../components/LanguageProvider';
import { translateMessage } from './texts/server_messages';
import { tables } from './texts/tables';

const wordsIn = (language: Language) => ({
  ...tables[language].words,
  translate: (message: string) => translateMessage(message, language),
});

export function LanguageProvider({ children }: { children: ReactNode }) {
  return <Provider wordsIn={wordsIn}>{children}</Provider>;
}
