import { Suspense, type ReactNode } from 'react';
import { SessionGate } from './door/SessionGate';
import { LanguageProvider } from './LanguageProvider';

/** The door, and behind it what is for those who are signed in. */
export function App({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <SessionGate>
        <Suspense>{children}</Suspense>
      </SessionGate>
    </LanguageProvider>
  );
}
