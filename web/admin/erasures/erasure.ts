import type { Schemas } from '../api/client';
import type { Tone } from '../list/StateBadge';

export type Erasure = Schemas['Erasure'];

/** In ms; false: nothing changes any more. */
export function pollEvery(erasure: Erasure | undefined): number | false {
  if (erasure?.state === 'running') return 3_000;
  return erasure?.identifiers === 'running' ? 30_000 : false;
}

/** Of the whole, and of each of the places where the person is erased. */
export const tones: Record<Erasure['state'] | Erasure['rule'], Tone> = { running: 'busy', waiting: 'warn', unknown: 'calm', done: 'good' };
