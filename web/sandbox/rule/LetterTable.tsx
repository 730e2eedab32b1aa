import { Anchor, Badge, Table } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import { LetterDialog } from './LetterDialog';
import { titleOf } from './letters';
import type { Letter } from './rule_api';
import classes from './rule.module.css';

interface Props {
  letters: Letter[];
  /** On a customer's own card everything is to the same person. */
  withReceiver: boolean;
}

/** A press on a message opens it as its reader sees it. */
export function LetterTable({ letters, withReceiver }: Props) {
  const { card } = useTexts();
  const { messageColumns: columns } = card;
  const [open, setOpen] = useState<Letter | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={withReceiver ? 760 : 560} type="native" classNames={{ scrollContainerInner: classes.stack }} tabIndex={0} role="group" aria-label={card.messages}>
        <Table aria-label={card.messages} verticalSpacing={10} horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.message}</Table.Th>
              {withReceiver && <Table.Th>{columns.to}</Table.Th>}
              <Table.Th>{columns.automation}</Table.Th>
              <Table.Th>{columns.state}</Table.Th>
              <Table.Th>{columns.at}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {letters.map((letter) => (
              <LetterRow key={letter.id} letter={letter} withReceiver={withReceiver} onOpen={setOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LetterDialog
        letter={open}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}

interface RowProps {
  letter: Letter;
  withReceiver: boolean;
  onOpen: (letter: Letter) => void;
}

function LetterRow({ letter, withReceiver, onOpen }: RowProps) {
  const { card } = useTexts();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td fw={500} miw={180}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => {
            onOpen(letter);
          }}
        >
          {titleOf(letter, card.textMessage)}
        </Anchor>
      </Table.Td>
      {withReceiver && <Table.Td className={classes.whole}>{letter.to}</Table.Td>}
      <Table.Td>{letter.tag ?? card.kinds[letter.kind] ?? letter.kind}</Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" miw="max-content" color={letter.status === 'sent' ? 'bridge' : 'gray'}>
          {card.states[letter.status] ?? letter.status}
        </Badge>
      </Table.Td>
      <Table.Td c="dimmed" className={`figures ${classes.whole ?? ''}`}>
        {format.time(letter.at)}
      </Table.Td>
    </Table.Tr>
  );
}
