import { ActionIcon, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { IconHelp, IconLogout } from '../../components/icons';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { SchemeSwitch } from '../../components/SchemeSwitch';
import { toastFailed } from '../../components/toast';
import { useWords } from '../../components/words';
import { client } from '../api/client';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { useSetSession } from './session';
import { ShortcutHelp } from './ShortcutHelp';
import { useShellKeys } from './use_shell_keys';

/** What stands at the right of the bar: language, colours, keys, sign-out. */
export function ShellSide({ account }: { account: string | null }) {
  const shell = useTexts(shellTexts);
  const words = useTexts(wordTexts);
  const { translate } = useWords();
  const setSession = useSetSession();
  const [help, { open, close }] = useDisclosure(false);
  const keys = useShellKeys(account, open, !help);
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
      <ShortcutHelp opened={help} on={keys.on} onSwitch={keys.setOn} onClose={close} />
    </Group>
  );
}
