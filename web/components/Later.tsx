import { useDeferredValue, type ReactNode } from 'react';

/** Draws its children one step after what stands around it: a page drawn at once keeps a phone from listening for a quarter of a second. */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
