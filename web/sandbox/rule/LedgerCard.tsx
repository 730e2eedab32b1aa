import { Group, Paper, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './rule.module.css';

interface Props {
  title: string;
  columns: string[];
  /** Stands in the place of the table when there are no rows. */
  empty: string;
  rows: ReactNode[];
}

/** A card of the customer's page that lists what has happened. */
export function LedgerCard({ title, columns, empty, rows }: Props) {
  return (
    <Paper component="section" aria-label={title} className={classes.card}>
      <Group justify="space-between" className={classes.cardHead}>
        <Title order={2} fz="md">
          {title}
        </Title>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" px="lg" pb="lg">
          {empty}
        </Text>
      ) : (
        <Table aria-label={title} verticalSpacing={8} horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows}</Table.Tbody>
        </Table>
      )}
    </Paper>
  );
}
