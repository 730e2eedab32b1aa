import { useEffect, type ReactNode } from 'react';
import { useLanguage, type Language } from '../components/language';
import { LanguageProvider } from '../components/LanguageProvider';
import type { SystemPath } from '../components/SystemBar';
import { useTexts } from './language';
import { translateMessage } from './texts/server_messages';
import { tables } from './texts/tables';

const wordsIn = (language: Language) => ({
  ...tables[language].words,
  translate: (message: string) => translateMessage(message, language),
});

/** What the three pages have in common around them: the language, and the tab's title in it. */
export function SandboxPage({ path, children }: { path: SystemPath; children: ReactNode }) {
  return (
    <LanguageProvider wordsIn={wordsIn}>
      <TabTitle path={path} />
      {children}
    </LanguageProvider>
  );
}

function TabTitle({ path }: { path: SystemPath }) {
  const { language } = useLanguage();
  const { words } = useTexts();
  const title = `${words.titles[path]} · Kassabro ${words.sandbox.toLowerCase()}`;
  useEffect(() => {
    document.title = title;
  }, [title, language]);
  return null;
}
