import { useEffect, useEffectEvent } from 'react';

/** Key name as in KeyboardEvent.key ("F2", "Escape") to what it does. */
export type Shortcuts = Partial<Record<string, () => void>>;

/** A character typed into a field is that field's, although it may be a shortcut elsewhere. */
function isTyping({ key, target }: KeyboardEvent): boolean {
  return key.length === 1 && target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
}

/** Keys of the whole page. An open dialog passes `enabled: false` so that the page beneath does not act. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const action = shortcuts[event.key];
    if (!action || isTyping(event)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [enabled]);
}
