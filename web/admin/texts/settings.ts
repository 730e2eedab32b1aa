import { pair } from './pair';

export const settingsTexts = pair(
  {
    text: 'What can be set of a shop. Each part is saved on its own, and every change can be undone.',
    failed: 'The settings cannot be shown',
    documentation: 'Documentation',
    notJson: 'This is not JSON: a comma, a quotation mark or a bracket is missing.',
    notObject: 'This must begin with { and end with }.',
    members: {
      rule: 'Names in Rule', programme: 'Retention and winback', automations: 'Letters', receipt: 'Receipts', consent: 'Consent',
      card: 'Customer card and bonus checks', sitoo_v1: 'Custom CRM (version 1)', sitoo_v2: 'Advanced POS (version 2)',
    },
    remove: 'Remove the shop',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: 'Its customers, orders, bonus checks and everything that waits are deleted here. What Rule and Sitoo have stays there. This cannot be undone.',
    removed: 'The shop is removed',
    text_of: (name: string) => `Settings of “${name}”`,
  },
  {
    text: 'Det som kan ställas in för en butik. Varje del sparas för sig, och varje ändring kan ångras.',
    failed: 'Inställningarna kan inte visas',
    documentation: 'Dokumentation',
    notJson: 'Detta är inte JSON: ett komma, ett citattecken eller en klammer saknas.',
    notObject: 'Detta måste börja med { och sluta med }.',
    members: {
      rule: 'Namn i Rule', programme: 'Retention och winback', automations: 'Brev', receipt: 'Kvitton', consent: 'Samtycke',
      card: 'Kundkort och bonuscheckar', sitoo_v1: 'Custom CRM (version 1)', sitoo_v2: 'Avancerat POS (version 2)',
    },
    remove: 'Ta bort butiken',
    removeTitle: (name: string) => `Ta bort ${name}?`,
    removeText: 'Dess kunder, ordrar, bonuscheckar och allt som väntar raderas här. Det som Rule och Sitoo har finns kvar där. Det kan inte ångras.',
    removed: 'Butiken är borttagen',
    text_of: (name: string) => `Inställningar för ”${name}”`,
  },
);
