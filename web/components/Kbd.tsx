/** The key that does the same as the button it stands on; the button's name stays free of it. */
export function Kbd({ children }: { children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
