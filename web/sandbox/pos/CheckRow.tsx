import { Badge, Button, Paper, Text, VisuallyHidden } from '@mantine/core';
import { useFormat, type Format } from '../../components/format';
import { IconCheck, IconTicket } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { useWords } from '../../components/words';
import type { BonusCheck } from '../contact/contact';
import { useTexts } from '../language';
import type { Texts } from '../texts/tables';
import { leftMinor, valueMinor, type CheckState, type UsedCheck } from './bonus';
import { CheckAmount } from './CheckAmount';
import classes from './pos.module.css';

interface Props {
  check: BonusCheck;
  state: CheckState;
  currency: string;
  shortcut: string | null;
  /** Set while the purchase is to use the check. */
  used: UsedCheck | undefined;
  wantedMinor: number | null;
  maxMinor: number;
  /** The CRM's words when it did not accept the check. */
  refused: string | undefined;
  onToggle: () => void;
  onAmount: (amountMinor: number | null) => void;
}

export function CheckRow({ check, state, currency, shortcut, used, wantedMinor, maxMinor, refused, onToggle, onAmount }: Props) {
  const { customer: texts } = useTexts();
  const { translate } = useWords();
  const format = useFormat();
  const isOpen = state === 'open';
  return (
    <Paper px="md" py="sm" radius="md" className={classes.checkCard} data-open={isOpen || undefined} role="listitem" aria-label={check.name}>
      <div className={classes.check} data-open={isOpen || undefined}>
        <IconTicket size={22} aria-hidden="true" />
        <div className={classes.checkText}>
          <Text size="sm" fw={600} c={isOpen ? 'bright' : 'dimmed'}>
            {[check.name, worth(check, state, currency, texts, format)].filter(Boolean).join(' · ')}
          </Text>
          <Text size="xs" c="dimmed">
            {detailsOf(check, state, texts, format).join(' · ')}
          </Text>
        </div>
        {isOpen ? (
          <AddButton name={check.name} isChosen={used !== undefined} shortcut={shortcut} onToggle={onToggle} />
        ) : (
          <Badge variant="light" color="gray">
            {texts.checkStates[state]}
          </Badge>
        )}
      </div>
      {isOpen && used && (
        <CheckAmount
          name={check.name}
          currency={currency}
          usedMinor={used.amountMinor}
          wantedMinor={wantedMinor}
          maxMinor={maxMinor}
          onAmount={onAmount}
        />
      )}
      {refused !== undefined && (
        <Text size="sm" fw={550} mt={6} ml={34} role="alert" className={classes.wrong}>
          {translate(refused)}
        </Text>
      )}
    </Paper>
  );
}

/** What is left counts; the full value stands beside it only when it is another. Some CRMs know of a used check no more. */
function worth(check: BonusCheck, state: CheckState, currency: string, texts: Texts['customer'], format: Format): string {
  if (valueMinor(check) === 0) return '';
  const isPartly = state !== 'used' && leftMinor(check) < valueMinor(check);
  const value = `${format.minor(valueMinor(check))} ${currency}`;
  return isPartly ? texts.leftOf(format.minor(leftMinor(check)), value) : value;
}

function detailsOf(check: BonusCheck, state: CheckState, texts: Texts['customer'], format: Format): string[] {
  const usedOn = check.dateredeemed ? format.date(check.dateredeemed) : '';
  if (state === 'used') return [usedOn ? texts.usedOn(usedOn) : texts.checkStates.used];
  const last = check.validto ? format.date(check.validto) : '';
  const validTo = last && (state === 'expired' ? texts.expiredOn(last) : texts.validTo(last));
  return [validTo, usedOn && texts.lastUsedOn(usedOn), check.description ?? ''].filter(Boolean);
}

interface ButtonProps {
  name: string;
  isChosen: boolean;
  shortcut: string | null;
  onToggle: () => void;
}

function AddButton({ name, isChosen, shortcut, onToggle }: ButtonProps) {
  const { customer: texts } = useTexts();
  return (
    <Button
      size="xs"
      miw={148}
      variant={isChosen ? 'filled' : 'default'}
      aria-pressed={isChosen}
      leftSection={isChosen ? <IconCheck size={14} /> : undefined}
      rightSection={shortcut && <Kbd>{shortcut}</Kbd>}
      aria-keyshortcuts={shortcut ?? undefined}
      onClick={onToggle}
    >
      {isChosen ? texts.added : texts.addCheck} <VisuallyHidden>{name}</VisuallyHidden>
    </Button>
  );
}
