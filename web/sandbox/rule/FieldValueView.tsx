import { Badge, Group, Text } from '@mantine/core';
import { useFormat } from '../../components/format';
import { JsonField } from './JsonField';
import type { FieldValue } from './rule_api';

/** A value in the manner of its type; an empty one is a dash, so that a missing value is seen as such. */
export function FieldValueView({ field: { name, type, value } }: { field: FieldValue }) {
  const format = useFormat();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return (
      <Text span size="sm" c="dimmed">
        –
      </Text>
    );
  }
  if (type === 'json') return <JsonField name={name} value={value} />;
  if (Array.isArray(value)) {
    return (
      <Group gap={4}>
        {value.map((item, index) => (
          <Badge key={index} variant="default" tt="none" fw={500}>
            {String(item)}
          </Badge>
        ))}
      </Group>
    );
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (type === 'date') return <span className="figures">{format.date(text)}</span>;
  if (type === 'datetime') return <span className="figures">{format.time(text)}</span>;
  return <span>{text}</span>;
}
