import { useSyncExternalStore } from 'react';

const place = 'kassabro.till.offline';
const changed = new EventTarget();

/** Whether somebody has switched the till offline; it stays so when the page is loaded anew. */
export const isOnline = () => window.localStorage.getItem(place) === null;

export function setOnline(online: boolean): void {
  if (online) window.localStorage.removeItem(place);
  else window.localStorage.setItem(place, 'yes');
  changed.dispatchEvent(new Event('change'));
}

function subscribe(listen: () => void): () => void {
  window.addEventListener('storage', listen);
  changed.addEventListener('change', listen);
  return () => {
    window.removeEventListener('storage', listen);
    changed.removeEventListener('change', listen);
  };
}

export const useOnline = () => useSyncExternalStore(subscribe, isOnline);
