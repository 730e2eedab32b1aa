import type { Endpoint, EventType } from './endpoint';

/** What is typed in the form of an endpoint. */
export interface Draft {
  url: string;
  description: string;
  told: 'all' | 'some';
  types: EventType[];
}

/** What is told to the server of it. */
export type Saved = Pick<Endpoint, 'url' | 'description' | 'types'>;

export type Field = 'url' | 'description' | 'types';
export const fields: Field[] = ['url', 'description', 'types'];

export const emptyDraft: Draft = { url: '', description: '', told: 'all', types: [] };

export function draftOf({ url, description, types }: Endpoint): Draft {
  return { url, description, told: types.length === 0 ? 'all' : 'some', types };
}

export function bodyOf({ url, description, told, types }: Draft): Saved {
  return { url: url.trim(), description: description.trim(), types: told === 'all' ? [] : types };
}

export type Fault = 'addressMissing' | 'addressScheme' | 'addressNone' | 'someNone';

function urlFault(url: string): Fault | undefined {
  if (url === '') return 'addressMissing';
  // Where http may be called, too, the server's settings say.
  if (!/^https?:\/\//i.test(url)) return 'addressScheme';
  return URL.canParse(url) ? undefined : 'addressNone';
}

/** What can be told before the server is asked. No type at all would be everything, which nobody means who ticks none. */
export function faultsOf({ url, told, types }: Draft): Partial<Record<Field, Fault>> {
  const faults: Partial<Record<Field, Fault>> = {};
  const ofUrl = urlFault(url.trim());
  if (ofUrl) faults.url = ofUrl;
  if (told === 'some' && types.length === 0) faults.types = 'someNone';
  return faults;
}
