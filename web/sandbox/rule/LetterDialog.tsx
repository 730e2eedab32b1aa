import { Alert, Modal, Text } from '@mantine/core';
import { useFormat } from '../../components/format';
import { IconAlert } from '../../components/icons';
import { useTexts } from '../language';
import { titleOf } from './letters';
import type { Letter } from './rule_api';
import classes from './rule.module.css';

interface Props {
  /** Null while the dialog is closed. */
  letter: Letter | null;
  onClose: () => void;
}

export function LetterDialog({ letter, onClose }: Props) {
  const { card, words } = useTexts();
  const title = letter ? titleOf(letter, card.textMessage) : '';
  return (
    <Modal opened={letter !== null} onClose={onClose} size="xl" title={title} closeButtonProps={{ 'aria-label': words.close }}>
      {letter && (
        <>
          <Envelope letter={letter} />
          {letter.status === 'suppressed' && (
            <Alert color="orange" mb="md" py={8} icon={<IconAlert size={18} />} title={card.notDelivered}>
              {letter.reason}
            </Alert>
          )}
          <Content letter={letter} title={title} />
        </>
      )}
    </Modal>
  );
}

/** From whom, to whom, when, and what made it go. */
function Envelope({ letter }: { letter: Letter }) {
  const { card } = useTexts();
  const format = useFormat();
  const { messageColumns: columns } = card;
  const rows = [
    [card.from, letter.from],
    [columns.to, letter.to],
    [columns.at, format.time(letter.at)],
    [columns.automation, letter.tag ? card.byTag(letter.tag) : card.byKassabro],
    [columns.kind, card.kinds[letter.kind] ?? letter.kind],
  ] as const;
  return (
    <dl className={classes.envelope}>
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The frame may open links, and nothing else: what stands in a letter is a stranger's. */
function Content({ letter, title }: { letter: Letter; title: string }) {
  if (letter.html) {
    return (
      <iframe title={title} className={classes.letter} sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={letter.html} />
    );
  }
  return letter.plain ? <Text className={classes.sms}>{letter.plain}</Text> : null;
}
