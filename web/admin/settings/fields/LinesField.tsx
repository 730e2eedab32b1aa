import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { listOf } from '../editor/document';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from './FieldFoot';
import { hintBelow, hintOf, labelOf, useFieldTexts } from './labels';

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** A list of texts, one a line. An empty line is typed before it is filled, so the text is kept beside the list. */
export function LinesField({ path }: { path: string }) {
  const texts = useFieldTexts();
  const field = useField(path);
  const lines = listOf(field.value).map(String);
  const [typed, setTyped] = useState(lines.join('\n'));
  const place = usePlace(path);
  const inLine = usePlace(`${path}[${String(lines.findIndex((line) => new TextEncoder().encode(line).length > 200))}]`);
  const isTyped = linesOf(typed).join('\n') === lines.join('\n');
  return (
    <div>
      <Textarea
        label={labelOf(texts, path)} description={hintOf(texts, path)} inputWrapperOrder={hintBelow} autosize minRows={2} {...place} error={place.error ?? inLine.error}
        onBlur={() => {
          place.onBlur();
          inLine.onBlur();
        }}
        value={isTyped ? typed : lines.join('\n')}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          if (linesOf(value).length === 0 && listOf(field.fallback).length === 0) field.reset();
          else field.set(linesOf(value));
        }}
      />
      <FieldFoot path={path} />
    </div>
  );
}
