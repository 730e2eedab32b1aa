/** A part of the texts in both languages; the second cannot miss a member of the first, or have another one. */
export interface Pair<T> {
  en: T;
  sv: T;
}

export function pair<T>(en: T, sv: NoInfer<T>): Pair<T> {
  return { en, sv };
}
