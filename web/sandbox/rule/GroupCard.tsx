import { Badge, Group, Paper, Table, Title } from '@mantine/core';
import { columnsOf, parseJson } from '../../components/json';
import { FieldValueView } from './FieldValueView';
import { RecordList } from './RecordList';
import type { CustomGroup, FieldValue } from './rule_api';
import classes from './rule.module.css';

export function GroupCard({ group }: { group: CustomGroup }) {
  return (
    <Paper component="section" aria-label={group.name} className={classes.card}>
      <Group justify="space-between" className={classes.cardHead}>
        <Title order={2} fz="md">
          {group.name}
        </Title>
        <Badge variant="default" tt="none" fw={500}>
          {group.historical
            ? `${String(group.records.length)} ${group.records.length === 1 ? 'record' : 'records'}`
            : `${String(group.fields.length)} fields`}
        </Badge>
      </Group>
      {group.historical ? <RecordList records={group.records} /> : <FieldTable label={group.name} fields={group.fields} />}
    </Paper>
  );
}

export function FieldTable({ label, fields }: { label: string; fields: FieldValue[] }) {
  return (
    <Table aria-label={label} verticalSpacing={8} horizontalSpacing="lg" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="30%">Field</Table.Th>
          <Table.Th w={124}>Type</Table.Th>
          <Table.Th>Value</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A list of products needs the whole width, so it stands below its name instead of beside it. */
function FieldRow({ field }: { field: FieldValue }) {
  const columns = field.type === 'json' ? columnsOf(parseJson(field.value)) : null;
  return (
    <>
      <Table.Tr className={columns ? classes.above : undefined}>
        <Table.Td fw={500} className={classes.name}>
          {field.name}
        </Table.Td>
        <Table.Td>
          <span className={classes.type}>{field.type}</span>
        </Table.Td>
        <Table.Td className={classes.value}>{!columns && <FieldValueView field={field} />}</Table.Td>
      </Table.Tr>
      {columns && (
        <Table.Tr>
          <Table.Td colSpan={3} pt={0} pb="sm">
            <FieldValueView field={field} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
