import type { Texts } from '../../texts/tables';
import type { Changed } from '../editor/conflict';

/** Why a change cannot be undone; null when it can. */
export function whyKept(change: Changed): keyof Texts['changes']['kept'] | null {
  if (change.undoable) return null;
  if (change.undone) return 'undone';
  return change.members.some(({ secret }) => secret) ? 'secret' : 'later';
}
