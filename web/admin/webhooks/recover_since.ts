import { instantOf, type WallTime } from '../wall_clock';

/** From when on what has failed is sent again. */
export type Since = 'failing' | 'day' | 'week' | 'own';

const day_ms = 24 * 3_600_000;

interface Typed {
  since: Since;
  /** On the shop's clock, where it is a time of one's own. */
  own: WallTime;
}

/** The instant that is meant now; null where none is typed. */
export function sinceOf({ since, own }: Typed, failingSince: string | null, now: Date, timeZone?: string): Date | null {
  if (since === 'own') return instantOf(own, timeZone);
  if (since === 'failing') return failingSince === null ? null : new Date(failingSince);
  return new Date(now.getTime() - (since === 'day' ? day_ms : 7 * day_ms));
}
