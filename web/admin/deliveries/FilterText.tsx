import { CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language';
import { deliveryFilterTexts } from '../texts/delivery_filter';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  error?: string | undefined;
  onCommit: (value: string) => void;
}

/** A part of the filter that is typed: it counts at Enter or when the field is left, not at each letter. */
export function FilterText({ label, placeholder, value, error, onCommit }: Props) {
  const texts = useTexts(deliveryFilterTexts);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // Another value from outside, as by "clear the filter"; the field itself stays, and with it the focus.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const commit = () => {
    if (typed.trim() !== value) onCommit(typed.trim());
  };
  const clear = () => {
    setTyped('');
    if (value !== '') onCommit('');
  };
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed}
      error={error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={texts.clearField(label)} onClick={clear} />}
    />
  );
}
