import { Anchor, Badge, Modal, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../components/dates';
import { LedgerCard } from './LedgerCard';
import { refreshEvery_ms, ruleApi, type Letter, type Subscriber } from './rule_api';
import classes from './rule.module.css';

interface Props {
  account: number;
  customer: Pick<Subscriber, 'email' | 'phone_number'>;
}

/** The customer's mailbox and text messages, newest first; a click opens one as its reader sees it. */
export function LetterList({ account, customer }: Props) {
  const { email, phone_number } = customer;
  const letters = useQuery({
    queryKey: ['letters', account, email, phone_number],
    queryFn: async () => {
      const boxes = await Promise.all([
        email ? ruleApi.mailbox(account, email) : [],
        phone_number ? ruleApi.sms(account, phone_number) : [],
      ]);
      return boxes.flat().sort((one, other) => other.at.localeCompare(one.at) || other.id - one.id);
    },
    refetchInterval: refreshEvery_ms,
  });
  const [open, setOpen] = useState<Letter | null>(null);
  return (
    <>
      <LedgerCard
        title="Messages"
        columns={['Message', 'Kind', 'State', 'When']}
        empty={letters.isError ? 'The messages cannot be read.' : 'No message has been sent.'}
        rows={(letters.data ?? []).map((letter) => (
          <LetterRow key={letter.id} letter={letter} onOpen={setOpen} />
        ))}
      />
      <Modal opened={open !== null} onClose={() => { setOpen(null); }} size="xl" title={open ? titleOf(open) : ''}>
        {open && <OpenLetter letter={open} />}
      </Modal>
    </>
  );
}

const titleOf = (letter: Letter) => letter.subject ?? letter.plain?.slice(0, 60) ?? 'Text message';

function LetterRow({ letter, onOpen }: { letter: Letter; onOpen: (letter: Letter) => void }) {
  const sent = letter.status === 'sent';
  return (
    <Table.Tr>
      <Table.Td fw={500} className={classes.value}>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => { onOpen(letter); }}>
          {titleOf(letter)}
        </Anchor>
      </Table.Td>
      <Table.Td>{letter.kind}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={sent ? 'bridge' : 'gray'} title={letter.reason ?? undefined}>
          {letter.status}
        </Badge>
      </Table.Td>
      <Table.Td c="dimmed" className="figures">
        {formatDateTime(letter.at)}
      </Table.Td>
    </Table.Tr>
  );
}

/** The frame may open links, and nothing else: what stands in a letter is a stranger's. */
function OpenLetter({ letter }: { letter: Letter }) {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {letter.from} to {letter.to}
      </Text>
      {letter.html ? (
        <iframe
          title={titleOf(letter)}
          className={classes.letter}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={letter.html}
        />
      ) : (
        <Text style={{ whiteSpace: 'pre-wrap' }}>{letter.plain ?? letter.reason}</Text>
      )}
    </>
  );
}
