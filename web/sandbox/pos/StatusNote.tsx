import { Alert, Group, Text } from '@mantine/core';
import { IconAlert, IconClock } from '../../components/icons';
import type { ContactStatus } from '../contact/contact';
import classes from './pos.module.css';

/** How far the CRM vouches for the card, in its own words. Green is a remark; the others ask to be read first. */
export function StatusNote({ status }: { status: ContactStatus }) {
  if (status.color === 'green') {
    if (status.text === '') return null; // nothing to remark
    return (
      <Group gap={7} wrap="nowrap" role="status" aria-label="Customer status">
        <span className={classes.dotOn} aria-hidden="true" />
        <Text size="sm">{status.text}</Text>
      </Group>
    );
  }
  if (status.color === 'yellow') {
    return (
      <Alert role="status" aria-label="Customer status" color="yellow" py={8} icon={<IconClock size={18} />}>
        {status.text} {!/out of date/i.test(status.text) && 'This card may be out of date.'}
      </Alert>
    );
  }
  return (
    <Alert role="alert" color="red" py={8} icon={<IconAlert size={18} />}>
      {status.text || 'Something is wrong with this customer’s card.'}
    </Alert>
  );
}
