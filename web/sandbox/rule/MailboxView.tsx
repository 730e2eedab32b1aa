import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconMail, IconSearch } from '../../components/icons';
import { useTexts } from '../language';
import { LetterTable } from './LetterTable';
import { lettersTo, matchesLetter } from './letters';
import { ListState } from './ListState';
import { refreshEvery_ms } from './rule_api';
import { ViewHead } from './ViewHead';

/** Everybody's mailbox: what has been sent, newest first. */
export function MailboxView({ account }: { account: number }) {
  const { rule } = useTexts();
  const [typed, setTyped] = useState('');
  const letters = useQuery({
    queryKey: ['letters', account],
    queryFn: () => lettersTo(account),
    refetchInterval: refreshEvery_ms,
    select: (all) => all.filter((letter) => matchesLetter(letter, typed)),
  });
  const empty =
    typed.trim() === ''
      ? { icon: <IconMail size={22} />, title: rule.noMessages, text: rule.noMessagesText }
      : { icon: <IconSearch size={22} />, title: rule.noMessageMatches, text: rule.noMessageMatchesText };
  return (
    <Stack gap="lg">
      <ViewHead
        title={rule.views.mailbox}
        text={rule.mailboxText}
        search={{ label: rule.filterMessages, placeholder: rule.filterMessagesHint, value: typed, onChange: setTyped }}
      />
      <ListState query={letters} failed={rule.messagesFailed} empty={empty}>
        {(items) => <LetterTable letters={items} withReceiver />}
      </ListState>
    </Stack>
  );
}
