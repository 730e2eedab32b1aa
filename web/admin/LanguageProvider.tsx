import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { WordsContext } from '../components/words';
import { LanguageContext, rememberedLanguage, rememberLanguage } from './language';
import { translateMessage } from './texts/server_messages';
import { tables, type Language } from './texts/tables';

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language]);
  const words = useMemo(
    () => ({ ...tables[language].words, translate: (message: string) => translateMessage(message, language) }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <WordsContext value={words}>{children}</WordsContext>
    </LanguageContext>
  );
}
