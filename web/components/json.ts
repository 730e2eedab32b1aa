/** A JSON field may come as the value or as its text. */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** The columns of a list of objects, in the order they first occur; null when a table would make no sense. */
export function columnsOf(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const isRow = (item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item);
  if (!value.every(isRow)) return null;
  return [...new Set(value.flatMap((item) => Object.keys(item as object)))];
}
