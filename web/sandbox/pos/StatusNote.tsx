import { Alert, Group, Text } from '@mantine/core';
import { IconAlert, IconClock } from '../../components/icons';
import { useWords } from '../../components/words';
import type { ContactStatus } from '../contact/contact';
import { useTexts } from '../language';
import classes from './pos.module.css';

/** How far the CRM vouches for the card, in its own words. Green is a remark; the others ask to be read first. */
export function StatusNote({ status }: { status: ContactStatus }) {
  const { customer: texts } = useTexts();
  const { translate } = useWords();
  if (status.color === 'green') {
    if (status.text === '') return null; // nothing to remark
    return (
      <Group gap={7} wrap="nowrap" role="status" aria-label={texts.status}>
        <span className={classes.dotOn} aria-hidden="true" />
        <Text size="sm">{translate(status.text)}</Text>
      </Group>
    );
  }
  if (status.color === 'yellow') {
    return (
      <Alert role="status" aria-label={texts.status} color="yellow" py={8} icon={<IconClock size={18} />}>
        {translate(status.text)} {!/out of date/i.test(status.text) && texts.outOfDate}
      </Alert>
    );
  }
  return (
    <Alert role="alert" color="red" py={8} icon={<IconAlert size={18} />}>
      {translate(status.text) || texts.somethingWrong}
    </Alert>
  );
}
