import type { Texts } from '../../texts/tables';
import { isWithin } from '../editor/document';

/** Below the input, so that inputs side by side stand on one line. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export type FieldPath = keyof Texts['field_labels'];

/** What a place is called: by the longest path that is known; "card.sections[0].title" is the label of "card.sections". */
export function labelOf(texts: Texts, path: string): string {
  const known = Object.entries(texts.field_labels).filter(([name]) => isWithin(path, name));
  const best = known.sort(([one], [other]) => other.length - one.length)[0];
  return best?.[1] ?? (texts.settings.members as Record<string, string>)[path] ?? path;
}

export function hintOf(texts: Texts, path: string): string | undefined {
  return (texts.field_hints as Record<string, string>)[path];
}

export function optionsOf(texts: Texts, path: string): Record<string, string> | undefined {
  return (texts.field_options as Record<string, Record<string, string>>)[path];
}

/** A value in words, as short as it gets. */
export function valueText(texts: Texts, path: string, value: unknown): string {
  const { editor } = texts;
  if (value === undefined || value === null) return editor.nothing;
  if (typeof value === 'boolean') return value ? editor.on : editor.off;
  if (typeof value === 'number' || typeof value === 'string') return value === '' ? editor.empty : (optionsOf(texts, path)?.[String(value)] ?? String(value));
  if (Array.isArray(value)) return listText(texts, path, value as unknown[]);
  return editor.places(Object.keys(value).length);
}

function listText(texts: Texts, path: string, list: unknown[]): string {
  if (list.length === 0) return texts.editor.nothing;
  return list.every((item) => typeof item === 'string') ? list.map((item) => valueText(texts, path, item)).join(', ') : texts.editor.places(list.length);
}
