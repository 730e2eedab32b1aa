import type { Schemas } from '../../api/client';

type Explained = Schemas['Explained'];
type Call = Explained['calls'][number];

/** What became of a field, a tag or a call. */
export type Fate = 'comes' | 'goes' | 'changes' | 'stays';

export interface Compared {
  fate: Fate;
  name: string;
  /** Which rule makes it, as the server says it. */
  rule: string;
  before: unknown;
  after: unknown;
}

interface Piece {
  name: string;
  rule: string;
  value: unknown;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function byName(pieces: Piece[]): Map<string, Piece> {
  return new Map(pieces.map((piece) => [piece.name, piece]));
}

function compare(before: Piece[], after: Piece[]): Compared[] {
  const [old, now] = [byName(before), byName(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.map((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const fate: Fate = was === undefined ? 'comes' : is === undefined ? 'goes' : same(was, is) ? 'stays' : 'changes';
    return { fate, name, rule: is?.rule ?? was?.rule ?? '', before: was?.value, after: is?.value };
  });
}

const fieldsOf = ({ calls }: Explained): Piece[] =>
  calls.flatMap(({ fields = [] }) => fields.map(({ key, value, rule }) => ({ name: key, rule, value })));

const tagsOf = ({ calls }: Explained): Piece[] => calls.flatMap(({ tags = [] }) => tags.map(({ tag, rule }) => ({ name: tag, rule, value: tag })));

/** Of several calls alike the n-th is the n-th. */
function callsOf({ calls }: Explained): Piece[] {
  const nameOf = ({ method, path }: Call) => `${method} ${path}`;
  return calls.map((call, index) => {
    const earlier = calls.slice(0, index).filter((other) => nameOf(other) === nameOf(call)).length;
    return { name: earlier === 0 ? nameOf(call) : `${nameOf(call)} (${String(earlier + 1)})`, rule: call.when, value: call.body };
  });
}

export interface Difference {
  fields: Compared[];
  tags: Compared[];
  calls: Compared[];
}

/** What Rule would be told otherwise. */
export function differenceOf(before: Explained, after: Explained): Difference {
  return {
    fields: compare(fieldsOf(before), fieldsOf(after)),
    tags: compare(tagsOf(before), tagsOf(after)),
    calls: compare(callsOf(before), callsOf(after)),
  };
}

export const isAlike = ({ fields, tags, calls }: Difference): boolean =>
  [...fields, ...tags, ...calls].every(({ fate }) => fate === 'stays');
