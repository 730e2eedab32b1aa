import { useTexts } from '../../language';
import { changeTexts } from '../../texts/changes';
import { conflictTexts } from '../../texts/conflict';
import { editorTexts } from '../../texts/editor';
import { fieldHintTexts } from '../../texts/field_hints';
import { fieldLabelTexts } from '../../texts/field_labels';
import { fieldOptionTexts } from '../../texts/field_options';
import { together } from '../../texts/pair';
import { settingsTexts } from '../../texts/settings';
import { isWithin } from '../editor/document';

const fieldTexts = together({
  changes: changeTexts, conflict: conflictTexts, editor: editorTexts, field_hints: fieldHintTexts, field_labels: fieldLabelTexts,
  field_options: fieldOptionTexts, settings: settingsTexts,
});

type FieldTexts = typeof fieldTexts.en;

/** What is needed to name a setting and its value. */
export const useFieldTexts = (): FieldTexts => useTexts(fieldTexts);

/** Below the input, so that inputs side by side stand on one line. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export type FieldPath = keyof FieldTexts['field_labels'];

/** What a place is called: by the longest path that is known; "card.sections[0].title" is the label of "card.sections". */
export function labelOf(texts: FieldTexts, path: string): string {
  const known = Object.entries(texts.field_labels).filter(([name]) => isWithin(path, name));
  const best = known.sort(([one], [other]) => other.length - one.length)[0];
  return best?.[1] ?? (texts.settings.members as Record<string, string>)[path] ?? path;
}

export function hintOf(texts: FieldTexts, path: string): string | undefined {
  return (texts.field_hints as Record<string, string>)[path];
}

export function optionsOf(texts: FieldTexts, path: string): Record<string, string> | undefined {
  return (texts.field_options as Record<string, Record<string, string>>)[path];
}

/** A value in words, as short as it gets. */
export function valueText(texts: FieldTexts, path: string, value: unknown): string {
  const { editor } = texts;
  if (value === undefined || value === null) return editor.nothing;
  if (typeof value === 'boolean') return value ? editor.on : editor.off;
  if (typeof value === 'number' || typeof value === 'string') return value === '' ? editor.empty : (optionsOf(texts, path)?.[String(value)] ?? String(value));
  if (Array.isArray(value)) return listText(texts, path, value as unknown[]);
  return editor.places(Object.keys(value).length);
}

function listText(texts: FieldTexts, path: string, list: unknown[]): string {
  if (list.length === 0) return texts.editor.nothing;
  return list.every((item) => typeof item === 'string') ? list.map((item) => valueText(texts, path, item)).join(', ') : texts.editor.places(list.length);
}
