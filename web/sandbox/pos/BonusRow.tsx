import { ActionIcon, Group, Text } from '@mantine/core';
import { IconTicket, IconTrash } from '../../components/icons';
import { formatMinor } from '../../components/money';
import classes from './pos.module.css';

interface Props {
  name: string;
  amountMinor: number;
  onRemove: () => void;
}

export function BonusRow({ name, amountMinor, onRemove }: Props) {
  return (
    <li className={classes.line} aria-label={`Bonus check ${name}`}>
      <Group gap={8} wrap="nowrap" c="bridge">
        <IconTicket size={18} />
        <Text size="sm" fw={600} truncate>
          {name}
        </Text>
      </Group>
      <span />
      <Text size="sm" fw={600} ta="right" c="bridge" className="figures">
        {formatMinor(-amountMinor)}
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove bonus check ${name}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}
