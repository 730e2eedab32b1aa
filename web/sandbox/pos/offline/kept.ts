import { isOnline } from './line';

/** What the server said last, kept on the till: one that is offline starts with it and makes no call. */
export async function keptOr<T>(name: string, load: () => Promise<T>): Promise<T> {
  const place = `kassabro.till.${name}`;
  const kept = window.localStorage.getItem(place);
  if (!isOnline() && kept !== null) return JSON.parse(kept) as T;
  const fresh = await load();
  window.localStorage.setItem(place, JSON.stringify(fresh));
  return fresh;
}
