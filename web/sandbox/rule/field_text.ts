import { rawText, readJson } from './json';
import type { FieldValue } from './rule_api';

/** What "Add field" begins with. Rule makes a field of what is written: JSON of what looks like it, text of the rest. */
export const newField: FieldValue = { name: '', type: 'text', value: '' };

export const looksLikeJson = (text: string) => /^\s*[[{]/.test(text);

/** A value as text that a person can edit: a list has one entry a line, JSON is indented. */
export function textToEdit({ type, value }: FieldValue): string {
  if (value === null || value === undefined) return '';
  if (type === 'multiple' && Array.isArray(value)) return value.map(String).join('\n');
  if (type === 'json') {
    const json = readJson(value);
    return json.isValid ? JSON.stringify(json.value, null, 2) : json.text;
  }
  return rawText(value);
}

/** Back to the text that Rule takes: a list is JSON-encoded there. Indentation is for people and goes again. */
export function valueToSend(type: string, text: string): string {
  if (type === 'multiple') {
    const entries = text.split('\n').map((line) => line.trim()).filter(Boolean);
    return entries.length === 0 ? '' : JSON.stringify(entries);
  }
  if (type === 'json' && text.trim() !== '') {
    const json = readJson(text);
    return json.isValid ? JSON.stringify(json.value) : text;
  }
  return type === 'json' ? '' : text;
}

/** What may be saved all the same, since Rule lets people do so, but would better not be. */
export const isBroken = (type: string, text: string) => type === 'json' && text.trim() !== '' && !readJson(text).isValid;
