import { LanguageProvider } from './LanguageProvider';
import { SessionGate } from './shell/SessionGate';
import { Shell } from './shell/Shell';

export function App() {
  return (
    <LanguageProvider>
      <SessionGate>
        <Shell />
      </SessionGate>
    </LanguageProvider>
  );
}
