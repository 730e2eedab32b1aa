import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import { DoorCard } from './DoorCard';
import { DoorForm } from './DoorForm';
import { DoorName } from './DoorName';
import { useSetSession } from './session';

export function SignIn() {
  const shell = useTexts(shellTexts);
  const words = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const setSession = useSetSession();
  const signIn = useMutation({
    mutationFn: () => client.post('/api/v1/session', { password, ...(name.trim() === '' ? {} : { name: name.trim() }) }),
    onSuccess: setSession,
  });
  const plain = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) return name.trim() === '' ? shell.wrongPassword : shell.wrongNameOrPassword;
    if (error instanceof ApiError && error.status === 429) return shell.lockedOut;
    return words.translate(messageOf(error));
  };
  return (
    <DoorCard title={shell.signInTitle}>
      <DoorForm
        value={password} autoComplete="current-password" button={shell.signIn} isPending={signIn.isPending}
        error={signIn.isError ? plain(signIn.error) : undefined} onType={setPassword} onSend={signIn.mutate}
      >
        <DoorName value={name} onType={setName} />
      </DoorForm>
    </DoorCard>
  );
}
