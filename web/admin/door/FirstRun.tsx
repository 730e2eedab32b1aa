import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { navigate } from '../route';
import { shellTexts } from '../texts/shell';
import { DoorCard } from './DoorCard';
import { DoorForm } from './DoorForm';
import { useSetSession } from './session';

const length_min = 12;

/** One field, no repetition: it can be looked at while it is typed. */
export function FirstRun() {
  const shell = useTexts(shellTexts);
  const words = useWords();
  const [password, setPassword] = useState('');
  const setSession = useSetSession();
  const create = useMutation({
    mutationFn: () => client.post('/api/v1/session/password', { password }),
    onSuccess: async (session) => {
      // Shops may have come by the command line, or by themselves.
      const { items } = await client.get('/api/v1/accounts');
      if (items.length === 0) navigate({ page: 'new' });
      setSession(session);
    },
  });
  const missing = length_min - [...password].length;
  return (
    <DoorCard title={shell.firstRunTitle} text={shell.firstRunText}>
      <DoorForm
        value={password} autoComplete="new-password" button={shell.createPassword} isPending={create.isPending} isDisabled={missing > 0}
        hint={password !== '' && missing > 0 ? shell.passwordShort(missing) : shell.passwordHint}
        error={create.isError ? words.translate(messageOf(create.error)) : undefined}
        onType={setPassword} onSend={create.mutate}
      />
    </DoorCard>
  );
}
