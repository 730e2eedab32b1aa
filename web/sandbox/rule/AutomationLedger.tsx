import { Badge, Group, Paper, Table, Text, Title } from '@mantine/core';
import { formatDateTime } from '../../components/dates';
import type { AutomationEntry } from './rule_api';
import classes from './rule.module.css';

const colors: Record<string, string> = { sent: 'bridge', completed: 'bridge', queued: 'yellow' };

/** Which automations the tags started: the proof that a Thank-you flow would have gone out. */
export function AutomationLedger({ entries }: { entries: AutomationEntry[] }) {
  const newest = [...entries].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <Paper component="section" aria-label="Automations" className={classes.card}>
      <Group justify="space-between" className={classes.cardHead}>
        <Title order={2} fz="md">
          Automations
        </Title>
      </Group>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed" px="lg" pb="lg">
          No automation has started.
        </Text>
      ) : (
        <Table aria-label="Automations" verticalSpacing={8} horizontalSpacing="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Tag</Table.Th>
              <Table.Th>Mode</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>When</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {newest.map((entry, index) => (
              <Table.Tr key={index}>
                <Table.Td fw={500}>{entry.tag}</Table.Td>
                <Table.Td>{entry.mode}</Table.Td>
                <Table.Td>
                  <Badge variant="light" color={colors[entry.state] ?? 'gray'}>
                    {entry.state}
                  </Badge>
                </Table.Td>
                <Table.Td c="dimmed" className="figures">
                  {formatDateTime(entry.at)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  );
}
