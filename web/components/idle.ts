/** Resolves when the browser has nothing better to do: for what nobody sees until the page stands. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      resolve();
    };
    // Not every browser has the former.
    if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(go, { timeout: 3_000 });
    else setTimeout(go, 0);
  });
}
