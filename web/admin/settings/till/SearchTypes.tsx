import { Checkbox, Group } from '@mantine/core';
import { listOf } from '../editor/document';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from '../fields/FieldFoot';
import { labelOf, useFieldTexts } from '../fields/labels';

const path = 'sitoo_v2.till.search_types';
const types = ['mobile', 'email', 'member_number', 'personal_id'] as const;

export function SearchTypes() {
  const texts = useFieldTexts();
  const field = useField(path);
  const { error, onBlur } = usePlace(path);
  return (
    <div>
      <Checkbox.Group
        label={labelOf(texts, path)} error={error} value={listOf(field.value).map(String)}
        onChange={(chosen) => {
          onBlur();
          field.set(types.filter((type) => chosen.includes(type)));
        }}
      >
        <Group gap="md" mt="xs">
          {types.map((type) => (
            <Checkbox key={type} value={type} label={texts.field_options[path][type]} />
          ))}
        </Group>
      </Checkbox.Group>
      <FieldFoot path={path} />
    </div>
  );
}
