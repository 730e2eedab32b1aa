import { Paper, Radio, Table, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import type { FieldName } from '../contact/contact';
import { fieldGroups, stateOf, states, type FieldStates } from '../contact/fields';
import { useTexts } from '../language';
import classes from './backoffice.module.css';

interface Props {
  title: string;
  hint: string;
  fields: FieldStates;
  onChange: (fields: FieldStates) => void;
}

/** One row a field, one column a state: what is on can be seen at a glance, and arrow keys move within a row. */
export function FieldStateTable({ title, hint, fields, onChange }: Props) {
  const { backoffice, fields: texts } = useTexts();
  return (
    <Paper component="section" aria-label={title} className={classes.tableCard}>
      <div className={classes.tableHead}>
        <Title order={2} fz="md">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
      <Table aria-label={title} verticalSpacing={7} horizontalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{backoffice.field}</Table.Th>
            {states.map((state) => (
              <Table.Th key={state} className={classes.state}>
                {texts.states[state]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fieldGroups.map((group) => (
            <Fragment key={group.name}>
              <Table.Tr className={classes.groupRow}>
                <Table.Th colSpan={4} scope="rowgroup">
                  {texts.groups[group.name]}
                </Table.Th>
              </Table.Tr>
              {group.fields.map((name) => (
                <FieldRow
                  key={name}
                  table={title}
                  name={name}
                  fields={fields}
                  onChange={onChange}
                />
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

interface RowProps {
  table: string;
  name: FieldName;
  fields: FieldStates;
  onChange: (fields: FieldStates) => void;
}

function FieldRow({ table, name, fields, onChange }: RowProps) {
  const { fields: texts } = useTexts();
  const label = texts.labels[name];
  const current = stateOf(fields, name);
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" {...(current === 'hidden' ? { c: 'dimmed' } : {})}>
          {label}
        </Text>
      </Table.Td>
      {states.map((state) => (
        <Table.Td key={state} className={classes.state}>
          <Radio
            size="xs"
            name={`${table} ${name}`}
            aria-label={`${label}: ${texts.states[state]}`}
            checked={current === state}
            styles={{ body: { justifyContent: 'center' } }}
            onChange={() => {
              onChange({ ...fields, [name]: state });
            }}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
