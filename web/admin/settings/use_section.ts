import { useState } from 'react';

export const pageSections = [
  'shop', 'names', 'card', 'stores', 'till', 'consents', 'programme', 'receipts', 'letters', 'answers', 'changes', 'json',
] as const;
export type PageSection = (typeof pageSections)[number];

const named = (hash: string): PageSection => pageSections.find((name) => `#${name}` === hash) ?? 'shop';

/** The part that is shown; its address can be passed on. */
export function useSection(): [PageSection, (section: PageSection) => void] {
  const [section, setSection] = useState<PageSection>(() => named(window.location.hash));
  const choose = (next: PageSection) => {
    window.history.replaceState(null, '', `#${next}`);
    setSection(next);
  };
  return [section, choose];
}
