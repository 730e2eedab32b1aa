/** "Kund=email" and "F=", one a line, as the object that the server takes; null when nothing is written. */
export function parseMapping(text: string): Record<string, string> | null {
  const pairs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): [string, string] => {
      const at = line.lastIndexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}
