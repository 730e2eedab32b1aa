import type { Language } from '../../components/language';

/** Sentences that people meet often, of the sandbox and of Kassabro behind it; the others are shown as they come. */
const swedish: Record<string, string> = {
  'The server cannot be reached. Check that it is running, then try again.': 'Servern kan inte nås. Se till att den är igång och försök igen.',
  'The CRM has no such customer.': 'CRM-systemet har ingen sådan kund.',
  'The payments do not add up to the sum to pay.': 'Betalningarna blir inte lika mycket som summan.',
  'This field is mandatory.': 'Fältet måste fyllas i.',
  'Type a phone number or an email.': 'Skriv ett telefonnummer eller en e-postadress.',
  'This sale is being made.': 'Köpet håller på att göras.',
  'Give the key a name.': 'Ge nyckeln ett namn.',
  'There is no such subscriber.': 'Den kunden finns inte.',
  'There is no such account.': 'Det kontot finns inte.',
  'There is no such key.': 'Den nyckeln finns inte.',
  'Is missing.': 'Saknas.',
};

export function translateMessage(message: string, language: Language): string {
  return language === 'sv' ? (swedish[message] ?? message) : message;
}
