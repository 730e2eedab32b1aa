import { pair } from './pair';

export const changeTexts = pair(
  {
    failed: 'The changes cannot be shown',
    none: 'Nothing has been changed yet',
    noneText: 'As soon as somebody saves a setting, it stands here with what it was before.',
    changeOf: (author: string, time: string) => `${author}, ${time}`,
    before: 'Before',
    after: 'After',
    notSet: 'not set: as by default',
    secret: 'A secret; it is not shown.',
    putBack: 'an earlier change was undone',
    undo: 'Undo',
    undone: 'Undone',
    undoTitle: 'Undo this change?',
    undoText: (fields: string) => `This puts back what stood there before: ${fields}. It counts from the next customer at the till.`,
    blocked: {
      undone: 'This has been undone.',
      secret: 'This cannot be undone: it holds a secret, and the old one is not kept.',
      later_change: 'This cannot be undone: a later change touched the same setting. Undo that one first.',
    },
  },
  {
    failed: 'Ändringarna kan inte visas',
    none: 'Inget har ändrats ännu',
    noneText: 'Så snart någon sparar en inställning står den här, med vad som gällde förut.',
    changeOf: (author: string, time: string) => `${author} den ${time}`,
    before: 'Före',
    after: 'Efter',
    notSet: 'inte satt: som standard',
    secret: 'En hemlighet; den visas inte.',
    putBack: 'en tidigare ändring ångrades',
    undo: 'Ångra',
    undone: 'Ångrat',
    undoTitle: 'Ångra ändringen?',
    undoText: (fields: string) => `Det som stod där förut kommer tillbaka: ${fields}. Det gäller från nästa kund i kassan.`,
    blocked: {
      undone: 'Detta har ångrats.',
      secret: 'Detta kan inte ångras: det är en hemlighet, och den gamla sparas inte.',
      later_change: 'Detta kan inte ångras: en senare ändring gäller samma inställning. Ångra den först.',
    },
  },
);
