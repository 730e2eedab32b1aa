import { listOf, objectOf, textOf, type Json } from '../editor/document';

/** What is wrong with a setting, in the server's own words, so that both say the same. */
export interface Fault {
  path: string;
  message: string;
}

export type Check = (value: unknown) => string | null;

export const notEmpty: Check = (value) => (textOf(value).trim() === '' ? 'This must be a text that is not empty.' : null);

const bytes = (text: string) => new TextEncoder().encode(text).length;

export const atMostBytes = (most: number, message: string): Check => (value) => (bytes(textOf(value)) > most ? message : null);

export const wholeFrom = (least: number, most: number): Check => (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? null
    : `This must be a whole number from ${String(least)} to ${String(most)}.`;

/** "Group.Field", with exactly one dot. */
export const isRemoteField = (text: string) => /^[^.]+\.[^.]+$/.test(text);

export const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export function isTimeZone(text: string): boolean {
  try {
    return text.includes('/') && new Intl.DateTimeFormat('en', { timeZone: text }).format() !== '';
  } catch {
    return false;
  }
}

/** Of the members that are set. */
export function faultsOfMembers(group: string, own: Json, checks: Record<string, Check>): Fault[] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const message = own[name] === undefined ? null : check(own[name]);
    return message === null ? [] : [{ path: `${group}.${name}`, message }];
  });
}

export function faultsOfItems(path: string, list: unknown, faults: (item: Json, place: string) => (Fault | null)[]): Fault[] {
  return listOf(list).flatMap((item, index) => faults(objectOf(item), `${path}[${String(index)}]`).filter((fault) => fault !== null));
}

export const fault = (path: string, message: string | null): Fault | null => (message === null ? null : { path, message });

/** The later one of two entries with the same id is to blame. */
export function repeated(path: string, list: unknown, idOf: (item: Json) => string, member: string, message: string): Fault[] {
  const ids = listOf(list).map((item) => idOf(objectOf(item)));
  return ids.flatMap((id, index) =>
    id !== '' && ids.indexOf(id) < index ? [{ path: `${path}[${String(index)}].${member}`, message }] : [],
  );
}
