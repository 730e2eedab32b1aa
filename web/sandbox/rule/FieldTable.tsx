import { ActionIcon, Table, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '../../components/icons';
import { useTexts } from '../language';
import { FieldValueView } from './FieldValueView';
import { readJson, rowsOf } from './json';
import type { FieldValue } from './rule_api';
import classes from './rule.module.css';

interface Props {
  label: string;
  fields: FieldValue[];
  /** Left out where nothing can be changed, as in a record of what happened. */
  onEdit?: (field: FieldValue) => void;
}

export function FieldTable({ label, fields, onEdit }: Props) {
  const { card, words } = useTexts();
  return (
    <Table aria-label={label} verticalSpacing={8} horizontalSpacing="lg" layout="fixed" className={classes.fields}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.nameHead}>{card.columns.field}</Table.Th>
          <Table.Th className={classes.typeHead}>{card.columns.type}</Table.Th>
          <Table.Th>{card.columns.value}</Table.Th>
          {onEdit && <Table.Th className={classes.editHead}>
              <VisuallyHidden>{words.actions}</VisuallyHidden>
            </Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} onEdit={onEdit} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A list of products or bonus checks needs the whole width, so it stands below its name instead of beside it. */
function FieldRow({ field, onEdit }: { field: FieldValue; onEdit: Props['onEdit'] }) {
  const { card } = useTexts();
  const json = field.type === 'json' ? readJson(field.value) : null;
  const isWide = json !== null && (!json.isValid || rowsOf(json.value) !== null) && field.value !== '';
  return (
    <>
      <Table.Tr className={isWide ? classes.above : undefined}>
        <Table.Td fw={500} className={classes.name}>
          {field.name}
        </Table.Td>
        <Table.Td className={classes.typeCell}>
          <span className={classes.type}>{field.type}</span>
        </Table.Td>
        <Table.Td className={classes.value}>{!isWide && <FieldValueView field={field} />}</Table.Td>
        {onEdit && (
          <Table.Td className={classes.editCell}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={card.editField(field.name)}
              onClick={() => {
                onEdit(field);
              }}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </Table.Td>
        )}
      </Table.Tr>
      {isWide && (
        <Table.Tr>
          <Table.Td colSpan={onEdit ? 4 : 3} pt={0} pb="sm">
            <FieldValueView field={field} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
