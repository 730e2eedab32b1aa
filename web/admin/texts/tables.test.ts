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
  const empty = [...en, ...sv].filter(([place, text]) => text.trim() === '' && place !== '.deliveries.reasons.none');
  expect(empty).toEqual([]);
});

it('translates nearly everything: what is alike in both languages is a name', () => {
  const alike = [...en].filter(([place, text]) => sv.get(place) === text).map(([, text]) => text);
  const names = ['Rule', 'Sitoo', 'Retention', 'Winback', 'Custom CRM (version 1)', 'Version 1 (Custom CRM)', 'Order', 'Status', 'E-shop', 'Check', 'Automation'];
  expect(alike.filter((text) => text !== '' && !names.includes(text))).toEqual([]);
});

it('knows the sentences of the server that people meet often', () => {
  expect(translateMessage('Rule does not accept this API key.', 'sv')).toBe('Rule godtar inte den här nyckeln.');
  expect(translateMessage('Rule does not accept this API key.', 'en')).toBe('Rule does not accept this API key.');
  expect(translateMessage('Something new.', 'sv')).toBe('Something new.');
});

it.each([
  ['Rule answered 422 InvalidEmail: no', 'Rule svarade 422 InvalidEmail: no'],
  ['Rule answered 200 without JSON', 'Rule svarade 200 utan JSON'],
  ['order_completed: Rule did not answer in time', 'order_completed: Rule svarade inte i tid'],
  ['contact 77: entry 2: value is missing', 'kund 77: post 2: value saknas'],
  ['orderitems[2].quantity: The quantity is missing.', 'orderitems[2].quantity: Antalet saknas.'],
  ['Line 7: "x y" is no amount: "y" is no currency', 'Rad 7: "x y" är inget belopp: "y" är ingen valuta'],
  ['Bonus check B-1 of line 3 has been used since. The import cannot be undone any more.', 'Bonuschecken B-1 på rad 3 har använts sedan dess. Importen kan inte längre ångras.'],
  ['Such a job is running for this account already.', 'Butiken har redan ett sådant arbete: pågår.'],
  ['This is a picture, not a sheet.', 'Detta är en bild, inte ett kalkylblad.'],
  [
    'The receipt may have been sent: Rule could not be reached. A replay sends it (again)',
    'Kvittot kan ha skickats: Rule kunde inte nås. Skickas leveransen igen går det (en gång till)',
  ],
  ['the mapping names a column "gender" that is not there', 'under Kolumner nämns en kolumn ”gender” som inte finns'],
  ['Some field of Rule cannot be used', 'Some field of Rule cannot be used'],
  ['constructor', 'constructor'],
])('translates a sentence with parts: %s', (message, translation) => {
  expect(translateMessage(message, 'sv')).toBe(translation);
});
