import { ActionIcon, Avatar, Button, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconUserPlus, IconX } from '../../components/icons';
import { Kbd } from '../../components/Kbd';
import { displayName, initials, type Contact } from '../contact/contact';
import { useTexts } from '../language';
import classes from './pos.module.css';

interface Props {
  customer: Contact | null;
  memberTitle: string;
  onOpen: () => void;
  onRemove: () => void;
}

/** Who buys: nobody yet, or the customer, whose card opens from here. */
export function CustomerSlot({ customer, memberTitle, onOpen, onRemove }: Props) {
  const { till, fields } = useTexts();
  if (!customer) {
    return (
      <div className={classes.customer}>
        <Button
          fullWidth
          variant="light"
          size="md"
          leftSection={<IconUserPlus size={18} />}
          rightSection={<Kbd>F2</Kbd>}
          aria-keyshortcuts="F2"
          onClick={onOpen}
        >
          {till.addCustomer}
        </Button>
      </div>
    );
  }
  const name = displayName(customer, fields.unnamed);
  const detail = customer.membernumber ? `${memberTitle} ${customer.membernumber}` : customer.email || customer.mobile || customer.phone;
  return (
    <Group className={classes.customer} gap={4} wrap="nowrap" role="group" aria-label={till.customer}>
      <UnstyledButton className={classes.customerButton} aria-keyshortcuts="F2" onClick={onOpen}>
        <Group gap="sm" wrap="nowrap">
          <Avatar color="bridge" radius="xl">
            {initials(customer)}
          </Avatar>
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm" fw={650} truncate>
              <VisuallyHidden>{till.customer}: </VisuallyHidden>
              {name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {detail}
            </Text>
          </div>
          <Kbd>F2</Kbd>
        </Group>
      </UnstyledButton>
      <ActionIcon variant="subtle" color="gray" aria-label={till.removeCustomer(name)} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
