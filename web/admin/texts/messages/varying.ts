/** A sentence with parts that vary: `{}` in it, as in the server's own text. */
export interface Varying {
  pattern: RegExp;
  /** In which `{}` are the parts in their order; `{t}` is one that is a sentence of the server itself. */
  translation: string;
}

const place = /\{(?::[^}]*)?\}/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a sentence begins with is one word or stands in quotes, unless it is a sentence itself: others end like these, too. */
const beginning = (translation: string) => (translation.startsWith('{t}') ? '(.+?)' : '(".*?"|\\S+)');

function patternOf(pieces: string[], translation: string): RegExp {
  const [start = '', ...rest] = pieces.map(escaped);
  const head = start === '' ? `${beginning(translation)}${rest.shift() ?? ''}` : start;
  return new RegExp(`^${[head, ...rest].join('(.+?)')}$`, 's');
}

/** Those that say most of their own first: "Rule answered {} without JSON" before "Rule answered {}". */
export function varyingOf(table: Record<string, string>): Varying[] {
  return Object.entries(table)
    .map(([sentence, translation]) => ({ pieces: sentence.split(place), translation }))
    .filter(({ pieces }) => pieces.length > 1)
    .sort((one, other) => other.pieces.join('').length - one.pieces.join('').length)
    .map(({ pieces, translation }) => ({ pattern: patternOf(pieces, translation), translation }));
}

export function filled(translation: string, parts: string[], translate: (part: string) => string): string {
  const rest = [...parts];
  return translation.replace(/\{(t?)\}/g, (_, isSentence: string) => {
    const part = rest.shift() ?? '';
    return isSentence === '' ? part : translate(part);
  });
}
