import { pair } from './pair';

export const conflictTexts = pair(
  {
    title: 'Somebody else has saved meanwhile',
    somebody: 'The settings were changed while you were typing.',
    who: (author: string, fields: string, time: string) => `${author} changed ${fields} (${time}).`,
    same: 'You have changed the same. Whose shall stand?',
    elsewhere: 'It is nothing that you have changed, so both can stand.',
    theirs: 'Theirs, as it is saved',
    mine: 'Yours',
    nothingLost: 'Until you choose, nothing is saved, and what you have typed stays.',
    keepTyping: 'Go on typing',
    takeTheirs: 'Take theirs',
    overwrite: 'Overwrite with mine',
    saveToo: 'Save mine too',
  },
  {
    title: 'Någon annan har sparat under tiden',
    somebody: 'Inställningarna ändrades medan du skrev.',
    who: (author: string, fields: string, time: string) => `${author} ändrade ${fields} (${time}).`,
    same: 'Du har ändrat samma sak. Vems ska gälla?',
    elsewhere: 'Det är inget som du har ändrat, så båda kan gälla.',
    theirs: 'Deras, som det är sparat',
    mine: 'Ditt',
    nothingLost: 'Tills du väljer sparas inget, och det du har skrivit finns kvar.',
    keepTyping: 'Fortsätt skriva',
    takeTheirs: 'Ta deras',
    overwrite: 'Skriv över med mitt',
    saveToo: 'Spara mitt också',
  },
);
