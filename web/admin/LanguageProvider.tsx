import type { ReactNode } from 'react';
import type { Language } from '../components/language';
import { LanguageProvider as Provider } from '../components/LanguageProvider';
import { ServerSentences } from './ServerSentences';
import { wordTexts } from './texts/words';

const wordsIn = (language: Language) => ({ ...wordTexts[language], translate: (message: string) => message });

export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <Provider wordsIn={wordsIn}>
      <ServerSentences>{children}</ServerSentences>
    </Provider>
  );
}
