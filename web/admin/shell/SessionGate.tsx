import { Center, Container, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { FirstRun } from './FirstRun';
import { useSession } from './session';
import { SignIn } from './SignIn';

/** Nobody sees anything without a session. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  const shell = useTexts(shellTexts);
  const words = useTexts(wordTexts);
  if (session.isPending) {
    return (
      <Center mih="100vh" component="main">
        <Loader aria-label={words.loading} />
      </Center>
    );
  }
  if (session.isError) {
    return (
      <Container size="sm" py="xl" component="main">
        <ErrorNote title={shell.noServer} error={session.error} onRetry={() => void session.refetch()} />
      </Container>
    );
  }
  if (session.data.state === 'first_run') return <FirstRun />;
  return session.data.state === 'signed_in' ? children : <SignIn />;
}
