import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import { DoorCard } from './DoorCard';
import { useSetSession } from './session';

export function SignIn() {
  const shell = useTexts(shellTexts);
  const words = useWords();
  const [password, setPassword] = useState('');
  const setSession = useSetSession();
  const signIn = useMutation({
    mutationFn: () => client.post('/api/v1/session', { password }),
    onSuccess: setSession,
  });
  const plain = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) return shell.wrongPassword;
    if (error instanceof ApiError && error.status === 429) return shell.lockedOut;
    return words.translate(messageOf(error));
  };
  return (
    <DoorCard title={shell.signInTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Stack gap="md">
          <PasswordInput
            label={shell.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
            autoFocus
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
            error={signIn.isError ? plain(signIn.error) : undefined}
          />
          <Button type="submit" loading={signIn.isPending}>
            {shell.signIn}
          </Button>
        </Stack>
      </form>
    </DoorCard>
  );
}
