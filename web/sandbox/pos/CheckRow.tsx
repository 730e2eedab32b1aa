import { Badge, Button, Paper, Text } from '@mantine/core';
import { formatDate } from '../../components/dates';
import { IconCheck, IconTicket } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { formatMinor } from '../../components/money';
import type { BonusCheck } from '../contact/contact';
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

const stateLabels: Record<Exclude<CheckState, 'open'>, string> = { used: 'Used', expired: 'Expired', foreign: 'Not here' };

export function CheckRow({ check, state, currency, shortcut, used, wantedMinor, maxMinor, refused, onToggle, onAmount }: Props) {
  const isOpen = state === 'open';
  return (
    <Paper px="md" py="sm" radius="md" bg={isOpen ? 'bridge.0' : 'gray.0'} role="listitem" aria-label={check.name}>
      <div className={classes.check} data-open={isOpen || undefined}>
        <IconTicket size={22} aria-hidden="true" />
        <div className={classes.checkText}>
          <Text size="sm" fw={600} c={isOpen ? 'dark' : 'dimmed'}>
            {[check.name, worth(check, state, currency)].filter(Boolean).join(' · ')}
          </Text>
          <Text size="xs" c={isOpen ? 'gray.7' : 'dimmed'}>
            {detailsOf(check, state).join(' · ')}
          </Text>
        </div>
        {isOpen ? (
          <AddButton name={check.name} isChosen={used !== undefined} shortcut={shortcut} onToggle={onToggle} />
        ) : (
          <Badge variant="light" color="gray">
            {stateLabels[state]}
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
        <Text size="sm" c="red.8" fw={550} mt={6} ml={34} role="alert">
          {refused}
        </Text>
      )}
    </Paper>
  );
}

/** What is left counts; the full value stands beside it only when it is another. Some CRMs know of a used check no more. */
function worth(check: BonusCheck, state: CheckState, currency: string): string {
  if (valueMinor(check) === 0) return '';
  const isPartly = state !== 'used' && leftMinor(check) < valueMinor(check);
  const value = `${formatMinor(valueMinor(check))} ${currency}`;
  return isPartly ? `${formatMinor(leftMinor(check))} left of ${value}` : value;
}

function detailsOf(check: BonusCheck, state: CheckState): string[] {
  const usedOn = check.dateredeemed ? formatDate(check.dateredeemed) : '';
  if (state === 'used') return [usedOn ? `Used ${usedOn}` : 'Used'];
  const validTo = check.validto ? `${state === 'expired' ? 'Expired' : 'Valid to'} ${formatDate(check.validto)}` : '';
  return [validTo, usedOn && `Last used ${usedOn}`, check.description ?? ''].filter(Boolean);
}

interface ButtonProps {
  name: string;
  isChosen: boolean;
  shortcut: string | null;
  onToggle: () => void;
}

function AddButton({ name, isChosen, shortcut, onToggle }: ButtonProps) {
  return (
    <Button
      size="xs"
      miw={148}
      variant={isChosen ? 'filled' : 'default'}
      aria-pressed={isChosen}
      aria-label={isChosen ? `${name} is added to purchase` : `Add ${name} to purchase`}
      leftSection={isChosen ? <IconCheck size={14} /> : undefined}
      rightSection={shortcut && <Kbd>{shortcut}</Kbd>}
      aria-keyshortcuts={shortcut ?? undefined}
      onClick={onToggle}
    >
      {isChosen ? 'Added' : 'Add to purchase'}
    </Button>
  );
}
