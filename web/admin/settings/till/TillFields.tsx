import { ActionIcon, Group, NativeSelect, Table } from '@mantine/core';
import { IconArrowBackUp } from '../../../components/icons';
import { useTexts } from '../../language';
import { useField, usePlace } from '../editor/context';
import classes from '../../list/list.module.css';
import { editorTexts } from '../../texts/editor';
import { fieldOptionTexts } from '../../texts/field_options';
import { tillTexts } from '../../texts/till';

const fields = [
  'email', 'name', 'personal_id', 'mobile', 'invoice_address', 'accepts_email', 'accepts_sms', 'accepts_mail', 'consents',
] as const;

const forms = [
  { form: 'fields_add', states: ['editable', 'hidden'] },
  { form: 'fields_edit', states: ['editable', 'readonly', 'hidden'] },
] as const;

/** Which fields the till's two forms have. */
export function TillFields() {
  const texts = useTexts(tillTexts);
  const options = useTexts(fieldOptionTexts);
  return (
    <Table className={classes.table} role="table" aria-label={texts.fields} verticalSpacing="xs">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          <Table.Th role="columnheader">{texts.field}</Table.Th>
          {forms.map(({ form }) => (
            <Table.Th key={form} role="columnheader">{texts.forms[form]}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {fields.map((field) => (
          <Table.Tr key={field} role="row">
            <Table.Td role="cell" fw={550}>{options.tillFields[field]}</Table.Td>
            {forms.map(({ form, states }) => (
              <Table.Td key={form} role="cell" data-title={texts.forms[form]}>
                <State
                  path={`sitoo_v2.till.${form}.${field}`} label={`${options.tillFields[field]}, ${texts.forms[form].toLowerCase()}`} states={states}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type FieldState = 'editable' | 'readonly' | 'hidden';

function State({ path, label, states }: { path: string; label: string; states: readonly FieldState[] }) {
  const texts = useTexts(tillTexts);
  const editor = useTexts(editorTexts);
  const options = useTexts(fieldOptionTexts);
  const field = useField(path);
  const fallback = states.find((state) => state === field.fallback) ?? 'hidden';
  const name = (state: FieldState) => (state === fallback ? texts.byDefault(options.states[state]) : options.states[state]);
  return (
    <Group gap={4} wrap="nowrap">
      <NativeSelect
        aria-label={label} {...usePlace(path)} style={{ flex: 1, minWidth: 150 }}
        data={states.map((state) => ({ value: state, label: name(state) }))} value={typeof field.value === 'string' ? field.value : fallback}
        onChange={({ currentTarget: { value } }) => {
          if (value === fallback && field.fallback === undefined) field.reset();
          else field.set(value);
        }}
      />
      {field.isSet && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${editor.back}: ${label}`} title={editor.back} onClick={field.reset}>
          <IconArrowBackUp size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
