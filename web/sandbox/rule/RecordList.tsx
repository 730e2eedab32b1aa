import { Accordion, Badge, Group, Text } from '@mantine/core';
import { useFormat } from '../../components/format';
import { useTexts } from '../language';
import { FieldTable } from './FieldTable';
import { newestFirst, summaryOf } from './records';
import type { GroupRecord } from './rule_api';
import classes from './rule.module.css';

export function RecordList({ records }: { records: GroupRecord[] }) {
  const { card } = useTexts();
  if (records.length === 0) {
    return (
      <Text size="sm" c="dimmed" px="lg" pb="lg">
        {card.noRecords}
      </Text>
    );
  }
  return (
    <Accordion multiple aria-label={card.records} classNames={{ item: classes.record, control: classes.recordControl, content: classes.recordContent }}>
      {newestFirst(records).map((record) => (
        <RecordItem key={record.id} record={record} />
      ))}
    </Accordion>
  );
}

function RecordItem({ record }: { record: GroupRecord }) {
  const { card } = useTexts();
  const format = useFormat();
  const { orderid, type, total, currency, at } = summaryOf(record);
  const title = orderid ? card.order(orderid) : card.record(String(record.id));
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
                {card.recordTypes[type] ?? type}
              </Badge>
            )}
          </Group>
          <Group gap="lg" wrap="nowrap">
            <Text size="sm" fw={600} className="figures">
              {format.money(total, currency)}
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              {format.time(at)}
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
