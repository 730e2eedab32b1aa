/** "2026-11-23T12:00": what the clock on the shop's wall shows, and what a field for a time holds. */
export type WallTime = string;

/** Without a zone, on the viewer's clock. */
export function wallTimeOf(instant: Date, timeZone?: string): WallTime {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', ...(timeZone ? { timeZone } : {}),
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which that clock shows this; null for what is no time. */
export function instantOf(wall: WallTime, timeZone?: string): Date | null {
  const asked = new Date(`${wall}Z`).getTime();
  if (Number.isNaN(asked)) return null;
  let guess = asked;
  // The zone's distance is known for an instant only: the second round is for the night in which the clocks change.
  for (let round = 0; round < 2; round += 1) {
    guess += asked - new Date(`${wallTimeOf(new Date(guess), timeZone)}Z`).getTime();
  }
  return new Date(guess);
}

/** The last midnight on that wall. */
export function startOfDay(now: Date, timeZone?: string): Date {
  return instantOf(`${wallTimeOf(now, timeZone).slice(0, 10)}T00:00`, timeZone) ?? now;
}
