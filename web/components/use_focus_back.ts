import { useEffect } from 'react';

/** For a dialog that is there only while it is open: when it closes, the focus goes back to where it was. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}
