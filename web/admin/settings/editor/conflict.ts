import type { Connection } from '../../accounts';
import type { Schemas } from '../../api/client';
import { documentOf, isWithin, valueAt } from './document';
import type { Edits } from './edits';

export type Changed = Schemas['AccountChanged'];

/** Somebody else has saved while something was typed here. */
export interface Conflict {
  /** What could not be saved. */
  edits: Edits;
  section: string;
  fresh: Connection;
  clashes: Clash[];
  /** What they did last; null when the server does not tell. */
  change: Changed | null;
}

/** A field that both have changed. */
export interface Clash {
  path: string;
  theirs: unknown;
  mine: unknown;
}

/** A member of a change, as the editor calls it: without "settings." in front. */
export const pathOfMember = (member: string) => member.replace(/^settings\./, '');

export function clashesOf(opened: Connection, fresh: Connection, edits: Edits): Clash[] {
  const [before, now] = [documentOf(opened), documentOf(fresh)];
  return Object.entries(edits)
    .map(([path, mine]) => ({ path, theirs: valueAt(now, path), mine: mine ?? undefined }))
    .filter(({ path, theirs }) => JSON.stringify(valueAt(before, path)) !== JSON.stringify(theirs));
}

/** The newest change of one of the fields, else the newest of all. */
export function changeBehind(changes: Changed[], clashes: Clash[]): Changed | null {
  const touches = ({ members }: Changed) =>
    members.some(({ member }) => clashes.some(({ path }) => isWithin(path, pathOfMember(member)) || isWithin(pathOfMember(member), path)));
  return changes.find(touches) ?? changes[0] ?? null;
}
