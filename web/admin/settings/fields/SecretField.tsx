import { PasswordInput } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { hintBelow, hintOf, labelOf, useFieldTexts } from './labels';

/** What is told and never shown: empty changes nothing. */
export function SecretField({ path }: { path: string }) {
  const texts = useFieldTexts();
  const field = useField(path);
  return (
    <PasswordInput
      label={labelOf(texts, path)} description={hintOf(texts, path)} inputWrapperOrder={hintBelow} autoComplete="off" {...usePlace(path)}
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={({ currentTarget: { value } }) => {
        if (value === '') field.reset();
        else field.set(value);
      }}
    />
  );
}
