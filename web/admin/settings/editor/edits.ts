import { isObject, isWithin, valueAt, withValue, type Document, type Json } from './document';
import { mergePatch } from './merge_patch';

/** What was typed and is not saved: a field's path to its value; null is "back to the default". */
export type Edits = Readonly<Record<string, unknown>>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What is stored already is no edit. */
export function withEdit(base: Document, edits: Edits, path: string, value: unknown): Edits {
  const stored = valueAt(base, path);
  const isStored = value === null ? stored === undefined : same(stored, value);
  return Object.fromEntries([
    ...Object.entries(edits).filter(([other]) => other !== path),
    ...(isStored ? [] : [[path, value] as const]),
  ]);
}

/** Those at one of the paths or within. */
export function editsWithin(edits: Edits, paths: readonly string[]): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([path]) => paths.some((outer) => isWithin(path, outer))));
}

export function without(edits: Edits, gone: Edits): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([path, value]) => !(path in gone) || !same(gone[path], value)));
}

/** The document as it would be. */
export function applied(base: Document, edits: Edits): Document {
  return Object.entries(edits).reduce((document, [path, value]) => withValue(document, path, value ?? undefined), base);
}

/** The change to be merged into the base. */
export function patchOf(base: Document, edits: Edits): Json {
  return Object.entries(edits).reduce<Json>((patch, [path, value]) => {
    const stored = valueAt(base, path);
    return withValue(patch, path, isObject(value) && isObject(stored) ? mergePatch(stored, value) : value);
  }, {});
}
