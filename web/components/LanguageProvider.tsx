import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { LanguageContext, rememberedLanguage, rememberLanguage, type Language } from './language';
import { WordsContext, type Words } from './words';

interface Props {
  /** What the shared parts say in a language; the same function each time. */
  wordsIn: (language: Language) => Words;
  children: ReactNode;
}

export function LanguageProvider({ wordsIn, children }: Props) {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language]);
  const words = useMemo(() => wordsIn(language), [wordsIn, language]);
  return (
    <LanguageContext value={choice}>
      <WordsContext value={words}>{children}</WordsContext>
    </LanguageContext>
  );
}
