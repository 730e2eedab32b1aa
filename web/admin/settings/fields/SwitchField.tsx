import { Switch } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from './FieldFoot';
import { hintOf, labelOf, useFieldTexts } from './labels';

export function SwitchField({ path }: { path: string }) {
  const texts = useFieldTexts();
  const field = useField(path);
  const { onBlur, ...place } = usePlace(path);
  return (
    <div>
      <Switch
        label={labelOf(texts, path)} description={hintOf(texts, path)} {...place}
        checked={field.value === true}
        onBlur={onBlur}
        onChange={(event) => { field.set(event.currentTarget.checked); }}
      />
      <FieldFoot path={path} />
    </div>
  );
}
