import { pair } from './pair';

export const tillTexts = pair(
  {
    fields: 'Fields on the till',
    field: 'Field',
    forms: { fields_add: 'At registration', fields_edit: 'At a change' },
    byDefault: (state: string) => `${state} (default)`,
    yamlText: 'Paste this into Sitoo’s backoffice under Settings – General – POS Settings – Advanced, and sign in anew at the till.',
    yamlTyped: 'Save first: this text is made of what is saved.',
    v1Text: 'With version 1 these things are set in Sitoo’s backoffice, under Settings – Custom CRM. This is what to type there:',
    placeholderSwedish: 'Search placeholder in Swedish',
    placeholderEnglish: 'Search placeholder in English',
    v1Steps: [
      'Under “Registration of new contact” and “Update of contact”, set e-mail or phone, or both, to “Shown and editable”.',
      'Make neither e-mail nor phone mandatory: a customer needs one of them, and not everybody has both.',
      'Press “Save” at the bottom right.',
    ],
  },
  {
    fields: 'Fält i kassan',
    field: 'Fält',
    forms: { fields_add: 'Vid registrering', fields_edit: 'Vid ändring' },
    byDefault: (state: string) => `${state} (standard)`,
    yamlText: 'Klistra in detta i Sitoos backoffice under Inställningar – Allmänt – POS-inställningar – Avancerat, och logga in på nytt i kassan.',
    yamlTyped: 'Spara först: texten görs av det som är sparat.',
    v1Text: 'Med version 1 ställs detta in i Sitoos backoffice, under Inställningar – Custom CRM. Skriv så här där:',
    placeholderSwedish: 'Söktext på svenska',
    placeholderEnglish: 'Söktext på engelska',
    v1Steps: [
      'Under ”Registrering av ny kontakt” och ”Uppdatering av kontakt”: sätt e-post eller telefon, eller båda, till ”Visas och kan redigeras”.',
      'Gör varken e-post eller telefon obligatorisk: en kund behöver ett av dem, och alla har inte båda.',
      'Klicka på ”Spara” längst ner till höger.',
    ],
  },
);
