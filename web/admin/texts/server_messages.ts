import { patterns } from './messages/patterns';
import { ruleMessages } from './messages/rules';
import { settingsMessages } from './messages/settings';
import { workMessages } from './messages/work';
import type { Language } from './tables';

/** Sentences of the server that people meet often; the others are shown as they come. */
const swedish: Record<string, string> = {
  ...settingsMessages,
  ...ruleMessages,
  ...workMessages,
  'The server cannot be reached.': 'Servern kan inte nås.',
  'The account needs a name.': 'Butiken behöver ett namn.',
  'The name holds control characters.': 'Namnet innehåller otillåtna tecken.',
  'The account needs a Rule API key.': 'Butiken behöver en API-nyckel från Rule.',
  'The Rule API key holds a blank or a line break. Copy it again.': 'Nyckeln innehåller ett mellanslag eller en radbrytning. Kopiera den igen.',
  'Rule does not accept this API key.': 'Rule godtar inte den här nyckeln.',
  'The number of an e-shop is 1 or more.': 'E-shopens nummer är 1 eller högre.',
  'This is not a whole number.': 'Detta är inte ett heltal.',
  'This is not a country code such as "SE".': 'Detta är inte en landskod som "SE".',
  'This is not a currency code such as "SEK".': 'Detta är inte en valutakod som "SEK".',
  'This is not a time zone such as "Europe/Stockholm".': 'Detta är inte en tidszon som "Europe/Stockholm".',
  'This is not an address such as "https://api.mysitoo.com".': 'Detta är inte en adress som "https://api.mysitoo.com".',
  'There is no account with this id.': 'Det finns ingen butik med detta nummer.',
  'There are no such deliveries.': 'De leveranserna finns inte.',
  'There is no such setting.': 'Den inställningen finns inte.',
  'This must be an object.': 'Detta måste vara ett objekt.',
  'This must be true or false.': 'Detta måste vara true eller false.',
  'The last day is before the first.': 'Sista dagen ligger före den första.',
  'The body must be the file.': 'Filen är tom.',
  'There is no import with this id.': 'Den importen finns inte.',
  'Parked by hand.': 'Parkerad för hand.',
  'There is no delivery with this id.': 'Det finns ingen leverans med detta nummer.',
  'once for each state of the field tables': 'en gång för varje läge av fälttabellerna',
  'once for each state of the field tables, after the first order': 'en gång för varje läge av fälttabellerna, efter första ordern',
  'when the customer is registered': 'när kunden registreras',
  'unless asked within the last minute: whoever has opted out is tagged without automation':
    'om det inte frågades senaste minuten: den som har tackat nej får taggar utan automation',
  'for each order': 'för varje order',
  'for each use of bonus checks: what stands there is merged first': 'när bonuscheckar används: det som redan står där vägs in först',
  'for each use of bonus checks': 'när bonuscheckar används',
};

export function translateMessage(message: string, language: Language): string {
  if (language !== 'sv') return message;
  const known = swedish[message];
  if (known !== undefined) return known;
  const [pattern, sentence] = patterns.find(([varying]) => varying.test(message)) ?? [];
  return pattern === undefined || sentence === undefined ? message : message.replace(pattern, sentence);
}
