import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePlace } from '../editor/context';

interface Props {
  /** Where the server sees it: "card.sections[0].title". */
  path: string;
  label: string;
  value: unknown;
  description?: ReactNode;
  placeholder?: string;
  onChange: (value: string) => void;
}

/** A text within an entry of a list. */
export function ItemText({ path, label, value, onChange, ...rest }: Props) {
  return (
    <TextInput
      label={label} {...rest} {...usePlace(path)} autoComplete="off"
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => { onChange(event.currentTarget.value); }}
    />
  );
}
