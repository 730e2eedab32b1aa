/** The ways to pay, in the order of their keys. The names go to Sitoo as they are. */
export const methods = ['Card', 'Cash', 'Gift card', 'Swish'] as const;

export type Method = (typeof methods)[number];

/** A part of the sum that has been paid. */
export interface Part {
  name: Method;
  amountMinor: number;
}

export const paidMinor = (parts: Part[]) => parts.reduce((sum, part) => sum + part.amountMinor, 0);

export const leftMinor = (dueMinor: number, parts: Part[]) => dueMinor - paidMinor(parts);

/** There are no öre in cash. */
export const cashMinor = (amountMinor: number) => Math.round(amountMinor / 100) * 100;

interface Taken {
  part: Part;
  /** Nothing is left to pay: the sale can be made. */
  isLast: boolean;
  /** What the customer gets back of the cash. */
  changeMinor: number;
}

/** Takes `amountMinor` of what is left; null when this method cannot take that much. */
export function take(leftMinor: number, name: Method, amountMinor: number): Taken | null {
  if (amountMinor > leftMinor && name !== 'Cash') return null;
  const wholeMinor = name === 'Cash' ? cashMinor(leftMinor) : leftMinor;
  if (amountMinor < Math.min(leftMinor, wholeMinor)) return { part: { name, amountMinor }, isLast: false, changeMinor: 0 };
  return {
    part: { name, amountMinor: wholeMinor },
    isLast: true,
    changeMinor: amountMinor > leftMinor ? Math.max(0, amountMinor - wholeMinor) : 0,
  };
}
