import { NumberInput } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from './FieldFoot';
import { hintBelow, hintOf, labelOf, useFieldTexts } from './labels';

export function NumberField({ path }: { path: string }) {
  const texts = useFieldTexts();
  const field = useField(path);
  return (
    <div>
      <NumberInput
        label={labelOf(texts, path)} description={hintOf(texts, path)} inputWrapperOrder={hintBelow} allowDecimal={false} allowNegative={false} hideControls clampBehavior="none" {...usePlace(path)}
        value={typeof field.value === 'number' ? field.value : ''}
        onChange={(value) => { field.set(value); }}
      />
      <FieldFoot path={path} />
    </div>
  );
}
