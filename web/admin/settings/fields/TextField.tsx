import { TextInput } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from './FieldFoot';
import { hintBelow, hintOf, labelOf, useFieldTexts } from './labels';

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

export function TextField({ path, type = 'text' }: { path: string; type?: 'text' | 'email' | 'url' }) {
  const texts = useFieldTexts();
  const field = useField(path);
  return (
    <div>
      <TextInput
        label={labelOf(texts, path)} description={hintOf(texts, path)} inputWrapperOrder={hintBelow} type={type} autoComplete="off" {...usePlace(path)}
        value={typeof field.value === 'string' ? field.value : ''}
        onChange={({ currentTarget: { value } }) => {
          // Where nothing holds by default, an emptied field is one that is not set.
          if (value === '' && isEmpty(field.fallback)) field.reset();
          else field.set(value);
        }}
      />
      <FieldFoot path={path} />
    </div>
  );
}
