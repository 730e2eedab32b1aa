import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { useFormat } from '../../components/format';
import { IconAlert, IconTicket, IconTrash, IconX } from '../../components/icons';
import { useWords } from '../../components/words';
import type { BonusCheck } from '../contact/contact';
import { useTexts } from '../language';
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
  const { till } = useTexts();
  const { translate } = useWords();
  const format = useFormat();
  const { name } = check;
  const left = leftMinor(check);
  return (
    <li className={classes.discount} aria-label={till.checkNamed(name)}>
      <IconTicket size={18} aria-hidden="true" />
      <UnstyledButton className={classes.discountName} aria-label={till.changeCheck(name)} onClick={onOpen}>
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
        {amountMinor < left && (
          <Text size="xs" c="dimmed" className="figures">
            {till.partOf(format.minor(amountMinor), format.minor(left))}
          </Text>
        )}
      </UnstyledButton>
      <Text size="sm" fw={600} ta="right" className="figures">
        {format.minor(amountMinor === 0 ? 0 : -amountMinor)}
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={till.removeCheck(name)} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
      {refused !== undefined && (
        <Text size="sm" fw={550} className={classes.refusedText} role="alert">
          {translate(refused)} {till.notSold}
        </Text>
      )}
    </li>
  );
}

/** A check that is no longer the purchase's, because the CRM did not accept it. */
export function RefusedRow({ name, message, onDismiss }: { name: string; message: string; onDismiss: () => void }) {
  const { till } = useTexts();
  const { translate } = useWords();
  return (
    <li className={classes.discount} data-refused aria-label={till.refusedNamed(name)}>
      <IconAlert size={18} aria-hidden="true" />
      <div className={classes.discountName} role="alert">
        <Text size="sm" fw={600}>
          {till.wasRefused(name)}
        </Text>
        <Text size="sm">
          {translate(message)} {till.notSold}
        </Text>
      </div>
      <span />
      <ActionIcon variant="subtle" color="gray" aria-label={till.dismiss(name)} onClick={onDismiss}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
