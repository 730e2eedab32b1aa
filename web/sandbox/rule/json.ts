type Json = { isValid: true; value: unknown } | { isValid: false; text: string };

/** A JSON field may come as the value or as its text; a person who edited it may have left something else there. */
export function readJson(value: unknown): Json {
  if (typeof value !== 'string') return { isValid: true, value };
  try {
    return { isValid: true, value: JSON.parse(value) as unknown };
  } catch {
    return { isValid: false, text: value };
  }
}

/** As it stands in the field, for who wants to see or edit just that. */
export const rawText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

export type Row = Record<string, unknown>;

/** A list of objects; null when a table would make no sense. */
export function rowsOf(value: unknown): Row[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const isRow = (item: unknown): item is Row => typeof item === 'object' && item !== null && !Array.isArray(item);
  return value.every(isRow) ? value : null;
}
