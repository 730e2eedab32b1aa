import { pair, type Pair } from '../../components/pair';

export { pair, type Pair };

type Both = Record<string, Pair<unknown>>;
type Joined<P extends Both> = { [Name in keyof P]: P[Name]['en'] };

/** Several parts as one, each under its name. */
export function together<P extends Both>(parts: P): Pair<Joined<P>> {
  const side = (language: 'en' | 'sv') => Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[language]])) as Joined<P>;
  return { en: side('en'), sv: side('sv') };
}
