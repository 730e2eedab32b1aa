const amount = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

export const isAmount = (text: string) => amount.test(text.trim());

/** Money on the wire is text with two decimals; we count in minor units so that sums are exact. */
export function toMinor(text: string): number {
  const match = amount.exec(text.trim());
  if (!match) throw new Error(`"${text}" is not an amount`);
  const [, sign, whole = '0', part = ''] = match;
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/** For the wire: `129800` is "1298.00". */
export const minorToText = (minor: number) => (minor / 100).toFixed(2);
