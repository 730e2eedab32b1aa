import { Select } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from './FieldFoot';
import { hintBelow, hintOf, labelOf, optionsOf, useFieldTexts } from './labels';

const none = 'none';

/** Where nothing holds by default, not to choose is a choice of its own. */
export function ChoiceField({ path }: { path: string }) {
  const texts = useFieldTexts();
  const field = useField(path);
  const options = Object.entries(optionsOf(texts, path) ?? {}).map(([value, label]) => ({ value, label }));
  const isFree = field.fallback === undefined || field.fallback === null;
  const isNumber = typeof field.fallback === 'number';
  return (
    <div>
      <Select
        label={labelOf(texts, path)} description={hintOf(texts, path)} inputWrapperOrder={hintBelow} allowDeselect={false} {...usePlace(path)}
        data={isFree ? [{ value: none, label: texts.editor.byShop }, ...options] : options}
        value={field.value === undefined || field.value === null ? none : String(field.value as string | number)}
        onChange={(value) => {
          if (value === none || value === null) field.reset();
          else field.set(isNumber ? Number(value) : value);
        }}
      />
      <FieldFoot path={path} {...(isFree ? { fallback: texts.editor.byShop } : {})} />
    </div>
  );
}
