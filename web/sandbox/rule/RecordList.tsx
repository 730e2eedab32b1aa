import { Accordion, Badge, Group, Text } from '@mantine/core';
import { formatDateTime } from '../../components/dates';
import { FieldTable } from './FieldTable';
import { newestFirst, summaryOf } from './records';
import type { GroupRecord } from './rule_api';
import classes from './rule.module.css';

export function RecordList({ records }: { records: GroupRecord[] }) {
  if (records.length === 0) {
    return (
      <Text size="sm" c="dimmed" px="lg" pb="lg">
        No records yet.
      </Text>
    );
  }
  return (
    <Accordion multiple aria-label="Records" classNames={{ item: classes.record, control: classes.recordControl, content: classes.recordContent }}>
      {newestFirst(records).map((record) => (
        <RecordItem key={record.id} record={record} />
      ))}
    </Accordion>
  );
}

function RecordItem({ record }: { record: GroupRecord }) {
  const { title, type, amount, at } = summaryOf(record);
  return (
    <Accordion.Item value={String(record.id)}>
      <Accordion.Control>
        <Group justify="space-between" gap="4px lg" pr="sm">
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" fw={600}>
              {title}
            </Text>
            {type && (
              <Badge variant="light" size="sm" color={type === 'return' ? 'orange' : 'bridge'}>
                {type}
              </Badge>
            )}
          </Group>
          <Group gap="lg" wrap="nowrap">
            <Text size="sm" fw={600} className="figures">
              {amount}
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              {formatDateTime(at)}
            </Text>
          </Group>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <FieldTable label={title} fields={record.values} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}
