import { accessMessages } from './messages/access';
import { adminMessages } from './messages/admin';
import { fileMessages } from './messages/files';
import { importMessages } from './messages/imports';
import { mappingRules } from './messages/mapping_rules';
import { orderMessages } from './messages/orders';
import { ruleAnswers } from './messages/rule';
import { settingsMessages } from './messages/settings';
import { filled, varyingOf } from './messages/varying';
import { webhookMessages } from './messages/webhooks';
import { workMessages } from './messages/work';
import type { Language } from '../../components/language';

/** Sentences of the server; what is not among them is shown as it comes. */
export const swedish: Record<string, string> = {
  ...mappingRules, ...fileMessages, ...importMessages, ...orderMessages, ...workMessages, ...ruleAnswers, ...settingsMessages, ...adminMessages,
  ...accessMessages, ...webhookMessages,
  'The server cannot be reached.': 'Servern kan inte nås.',
};

const varying = varyingOf(swedish);

/** "orderdate: This is not a time.": the field, or the kind of delivery, to which a sentence belongs. */
const ofField = /^([\w.[\]]+): (.+)$/s;

export function inSwedish(message: string): string {
  const known = Object.hasOwn(swedish, message) ? swedish[message] : undefined;
  if (known !== undefined) return known;
  for (const { pattern, translation } of varying) {
    const match = pattern.exec(message);
    if (match) return filled(translation, match.slice(1), inSwedish);
  }
  const [, field, rest] = ofField.exec(message) ?? [];
  return field === undefined || rest === undefined ? message : `${field}: ${inSwedish(rest)}`;
}

export function translateMessage(message: string, language: Language): string {
  return language === 'sv' ? inSwedish(message) : message;
}
