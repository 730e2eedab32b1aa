import { Badge, Table } from '@mantine/core';
import { formatDateTime } from '../../components/dates';
import { LedgerCard } from './LedgerCard';
import type { AutomationEntry } from './rule_api';

const colors: Record<string, string> = { sent: 'bridge', completed: 'bridge', queued: 'yellow' };

/** Which automations the tags started: the proof that a Thank-you flow would have gone out. */
export function AutomationLedger({ entries }: { entries: AutomationEntry[] }) {
  const newest = [...entries].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <LedgerCard
      title="Automations"
      columns={['Tag', 'Mode', 'State', 'When']}
      empty="No automation has started."
      rows={newest.map((entry, index) => (
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
    />
  );
}
