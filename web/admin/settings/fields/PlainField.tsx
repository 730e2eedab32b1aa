import { NumberInput, TextInput } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { hintBelow, hintOf, labelOf, useFieldTexts } from './labels';

/** Of the shop itself: nothing holds by default. */
export function PlainField({ path, type = 'text' }: { path: string; type?: 'text' | 'url' | 'number' }) {
  const texts = useFieldTexts();
  const field = useField(path);
  const common = { label: labelOf(texts, path), description: hintOf(texts, path), inputWrapperOrder: hintBelow, autoComplete: 'off', ...usePlace(path) };
  if (type === 'number') {
    return (
      <NumberInput
        {...common} allowDecimal={false} allowNegative={false} hideControls value={typeof field.value === 'number' ? field.value : ''}
        onChange={(value) => { field.set(value); }}
      />
    );
  }
  return (
    <TextInput
      {...common} type={type} value={typeof field.value === 'string' ? field.value : ''}
      onChange={(event) => { field.set(event.currentTarget.value); }}
    />
  );
}
