import { ActionIcon, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, memo, Suspense, useState } from 'react';
import { IconHelp, IconLogout } from '../../components/icons';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { SchemeSwitch } from '../../components/SchemeSwitch';
import { toastFailed } from '../../components/toast';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { useSetSession } from '../door/session';
import { useShellKeys } from './use_shell_keys';

const ShortcutHelp = lazy(() => import('./ShortcutHelp'));

/** What stands at the right of the bar: language, colours, keys, sign-out. */
export const ShellSide = memo(function ShellSide({ account }: { account: string | null }) {
  const shell = useTexts(shellTexts);
  const words = useTexts(wordTexts);
  const { translate } = useWords();
  const setSession = useSetSession();
  const [help, setHelp] = useState<'never' | 'open' | 'closed'>('never');
  const open = () => { setHelp('open'); };
  const close = () => { setHelp('closed'); };
  const keys = useShellKeys(account, open, help !== 'open');
  const signOut = useMutation({
    mutationFn: () => client.delete('/api/v1/session'),
    onSuccess: () => {
      setSession({ state: 'signed_out' });
    },
    onError: (error) => {
      toastFailed(words.failed, new Error(translate(error.message)));
    },
  });
  return (
    <Group gap={4} wrap="nowrap">
      <LanguageSwitch />
      <SchemeSwitch />
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={shell.shortcuts} title={shell.shortcuts} visibleFrom="sm" onClick={open}>
        <IconHelp size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={shell.signOut}
        title={shell.signOut}
        loading={signOut.isPending}
        onClick={() => {
          signOut.mutate();
        }}
      >
        <IconLogout size={18} />
      </ActionIcon>
      <Suspense>
        {help !== 'never' && <ShortcutHelp opened={help === 'open'} on={keys.on} onSwitch={keys.setOn} onClose={close} />}
      </Suspense>
    </Group>
  );
});
