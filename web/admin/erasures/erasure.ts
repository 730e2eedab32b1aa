import type { Schemas } from '../api/client';
import type { Tone } from '../list/StateBadge';

export type Erasure = Schemas['Erasure'];

/** Of the whole, and of each of the places where the person is erased. */
export const tones: Record<Erasure['state'] | Erasure['rule'], Tone> = { running: 'busy', waiting: 'warn', unknown: 'calm', done: 'good' };
