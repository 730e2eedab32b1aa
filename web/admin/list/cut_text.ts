/** As people read it: JSON on several lines, a text as it came. */
export const written = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? ''));

const characters_max = 20_000;
const lines_max = 400;

/** As much of a text as a browser lays out at once without a pause. */
export function cutText(text: string): string {
  const start = text.slice(0, characters_max);
  let end = -1;
  for (let line = 0; line < lines_max; line += 1) {
    end = start.indexOf('\n', end + 1);
    if (end === -1) return start;
  }
  return start.slice(0, end);
}
