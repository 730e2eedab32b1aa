import { expect, it } from 'vitest';
import { translateMessage } from './server_messages';
import { tables } from './tables';

/** Every text by its place; of a text with parts, what it says for a sample. */
function texts(node: unknown, place: string): [string, string][] {
  if (typeof node === 'string') return [[place, node]];
  if (typeof node === 'function') return [[place, String((node as (...parts: unknown[]) => unknown)(2, '3'))]];
  return Object.entries(node as object).flatMap(([name, inner]) => texts(inner, `${place}.${name}`));
}

const en = new Map(texts(tables.en, ''));
const sv = new Map(texts(tables.sv, ''));

it('has the same texts in both languages, none of them empty', () => {
  expect([...sv.keys()]).toEqual([...en.keys()]);
  expect([...en, ...sv].filter(([, text]) => text.trim() === '')).toEqual([]);
});

it('translates nearly everything: what is alike in both languages is a name', () => {
  const alike = [...en].filter(([place, text]) => sv.get(place) === text).map(([, text]) => text);
  const names = ['Rule', 'Backoffice', 'Custom CRM', 'CRM', 'Swish', 'Online', 'Offline', 'SKU', 'Automation', 'post'];
  expect(alike.filter((text) => !names.includes(text))).toEqual([]);
});

it('knows the sentences of the servers that people meet often', () => {
  expect(translateMessage('Give the key a name.', 'sv')).toBe('Ge nyckeln ett namn.');
  expect(translateMessage('Give the key a name.', 'en')).toBe('Give the key a name.');
  expect(translateMessage('Something new.', 'sv')).toBe('Something new.');
});
