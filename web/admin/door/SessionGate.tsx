import { useDeferredValue, type ReactNode } from 'react';
import { messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import { DoorCard } from './DoorCard';
import { FirstRun } from './FirstRun';
import { useSession } from './session';
import { SignIn } from './SignIn';

/** Nobody sees anything without a session. Until it is known the document's own frame stands. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const shell = useTexts(shellTexts);
  const words = useWords();
  // Deferred, what is behind the gate is drawn in small steps, between which the browser can paint and listen.
  const state = useDeferredValue(session.data?.state);
  if (session.isError && state === undefined) {
    return (
      <DoorCard title={shell.noServer}>
        <p className="door-error" role="alert">{words.translate(messageOf(session.error))}</p>
        <button type="button" className="door-send" onClick={() => void session.refetch()}>
          {words.retry}
        </button>
      </DoorCard>
    );
  }
  if (state === undefined) return null;
  if (state === 'first_run') return <FirstRun />;
  return state === 'signed_in' ? children : <SignIn />;
}
