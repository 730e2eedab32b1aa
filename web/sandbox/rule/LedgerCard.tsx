import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './rule.module.css';

interface Props {
  title: string;
  /** Stands in the place of the list when there is none. */
  empty: string;
  children: ReactNode;
}

/** A card of the customer's page that lists what has happened. */
export function LedgerCard({ title, empty, children }: Props) {
  return (
    <Paper component="section" aria-label={title} className={classes.card}>
      <Title order={2} fz="md" className={classes.cardHead}>
        {title}
      </Title>
      {children || (
        <Text size="sm" c="dimmed" px="lg" pb="lg">
          {empty}
        </Text>
      )}
    </Paper>
  );
}
