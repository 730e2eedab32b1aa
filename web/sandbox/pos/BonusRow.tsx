import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { IconAlert, IconTicket, IconTrash, IconX } from '../../components/icons';
import { formatMinor } from '../../components/money';
import type { BonusCheck } from '../contact/contact';
import { leftMinor } from './bonus';
import classes from './pos.module.css';

interface Props {
  check: BonusCheck;
  amountMinor: number;
  /** The CRM's words when it did not accept the check. */
  refused: string | undefined;
  /** To where the amount can be changed. */
  onOpen: () => void;
  onRemove: () => void;
}

/** A bonus check in the basket: a discount with the check's name. */
export function BonusRow({ check, amountMinor, refused, onOpen, onRemove }: Props) {
  const { name } = check;
  const left = leftMinor(check);
  return (
    <li className={classes.discount} aria-label={`Bonus check ${name}`}>
      <IconTicket size={18} aria-hidden="true" />
      <UnstyledButton className={classes.discountName} aria-label={`Change bonus check ${name}`} onClick={onOpen}>
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
        {amountMinor < left && (
          <Text size="xs" c="dimmed" className="figures">
            {formatMinor(amountMinor)} of {formatMinor(left)}
          </Text>
        )}
      </UnstyledButton>
      <Text size="sm" fw={600} ta="right" className="figures">
        {amountMinor === 0 ? formatMinor(0) : formatMinor(-amountMinor)}
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove bonus check ${name}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
      {refused !== undefined && (
        <Text size="sm" c="red.8" fw={550} className={classes.refusedText} role="alert">
          {refused} The sale was not made.
        </Text>
      )}
    </li>
  );
}

/** A check that is no longer the purchase's, because the CRM did not accept it. */
export function RefusedRow({ name, message, onDismiss }: { name: string; message: string; onDismiss: () => void }) {
  return (
    <li className={classes.discount} data-refused aria-label={`Refused bonus check ${name}`}>
      <IconAlert size={18} aria-hidden="true" />
      <div className={classes.discountName} role="alert">
        <Text size="sm" fw={600} c="red.8">
          {name} was refused
        </Text>
        <Text size="sm" c="red.8">
          {message} The sale was not made.
        </Text>
      </div>
      <span />
      <ActionIcon variant="subtle" color="gray" aria-label={`Dismiss the refusal of ${name}`} onClick={onDismiss}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
