const amount = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Money on the wire is text with two decimals; we count in minor units so that sums are exact. */
export function toMinor(text: string): number {
  const match = amount.exec(text.trim());
  if (!match) throw new Error(`"${text}" is not an amount`);
  const [, sign, whole = '0', part = ''] = match;
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' && minor !== 0 ? -minor : minor;
}

const twoDecimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `129800` is "1,298.00"; a real minus sign keeps columns of figures aligned. */
export function formatMinor(minor: number): string {
  return twoDecimals.format(minor / 100).replace('-', '\u2212');
}

/** For the wire: `129800` is "1298.00". */
export const minorToText = (minor: number) => (minor / 100).toFixed(2);

/** For showing only: what another system sent in place of an amount is shown as it came. */
export function formatMoney(text: string, currency = ''): string {
  const shown = amount.test(text.trim()) ? formatMinor(toMinor(text)) : text;
  return `${shown} ${currency}`.trim();
}
