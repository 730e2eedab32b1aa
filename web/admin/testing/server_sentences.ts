// A comment, a raw text, a text, a character: whichever comes first.
const token = /\/\/[^\n]*|R"(\w*)\([\s\S]*?\)\1"|"((?:[^"\\\n]|\\.)*)"|'(?:[^'\\\n]|\\.)'/g;

const unescaped = (literal: string) => literal.replace(/\\(["\\])/g, '$1');

/** The text literals of a C++ source as a program would print them; adjacent ones are one, as C++ has it. */
export function literalsOf(source: string): string[] {
  const literals: string[] = [];
  let end = -1;
  for (const match of source.matchAll(token)) {
    const [whole, , literal] = match;
    if (literal === undefined) continue;
    const isNext = end >= 0 && source.slice(end, match.index).trim() === '';
    literals.push((isNext ? (literals.pop() ?? '') : '') + unescaped(literal));
    end = match.index + whole.length;
  }
  return literals;
}

/** Whole sentences; a part of one begins or ends otherwise. */
export const isSentence = (literal: string) => /^(?:[A-Z]|"\{).* .*[.?]$/s.test(literal);

/** "The order is gone": Rule's channel leaves the full stop to whoever shows it. */
export const isUnstopped = (literal: string) => isSentence(literal) || /^[A-Z].* .*[a-z)]$/.test(literal);

/** "goods were sold", "{} is no amount": what is said in the middle of a sentence. */
export const isPhrase = (literal: string) => /^(?:[a-z]|\{\} )[^;=<>/]* [a-z].*[a-z0-9)}]$/.test(literal);
