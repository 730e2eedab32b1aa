import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '../components/language';
import { useWords, WordsContext } from '../components/words';

type Translate = (message: string) => string;

/** Loads the Swedish of the server's sentences for whoever reads Swedish: it is as much as all the other texts of a page, and seldom seen. */
function useSwedish(isWanted: boolean): Translate | null {
  const [swedish, setSwedish] = useState<Translate | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const take = ({ inSwedish }: { inSwedish: Translate }) => {
      setSwedish(() => inSwedish);
    };
    // Without it the sentences stand as the server sent them.
    import('./texts/server_messages').then(take, () => undefined);
  }, [isWanted]);
  return isWanted ? swedish : null;
}

export function ServerSentences({ children }: { children: ReactNode }) {
  const words = useWords();
  const swedish = useSwedish(useLanguage().language === 'sv');
  const both = useMemo(() => (swedish ? { ...words, translate: swedish } : words), [words, swedish]);
  return <WordsContext value={both}>{children}</WordsContext>;
}
