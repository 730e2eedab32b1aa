import automations from '../../../docs/automations.md?url';
import consent from '../../../docs/consent.md?url';
import jobs from '../../../docs/jobs.md?url';
import mapping from '../../../docs/mapping.md?url';
import operations from '../../../docs/operations.md?url';
import receipts from '../../../docs/receipts.md?url';
import type { Texts } from '../texts/tables';

export type Member = keyof Texts['settings']['members'];

/** The members of an account's settings, each with the page that says what can stand in it. */
export const members: { name: Member; documentation: string }[] = [
  { name: 'rule', documentation: mapping },
  { name: 'programme', documentation: jobs },
  { name: 'automations', documentation: automations },
  { name: 'receipt', documentation: receipts },
  { name: 'consent', documentation: consent },
  { name: 'card', documentation: operations },
  { name: 'sitoo_v1', documentation: operations },
  { name: 'sitoo_v2', documentation: operations },
];
