import { toMinor } from '../../components/money';
import type { UsedCheck } from './bonus';
import type { Receipt, ReceiptLine } from './types';

/** What a line was reduced by, as with a bonus check, below zero; on a return as well, where all else is negative. */
export function lineDiscountMinor(line: ReceiptLine): number {
  return Math.abs(toMinor(line.total)) - toMinor(line.price) * Math.abs(line.quantity);
}

/** What stands between the lines and the total: cash has no öre, so it is rounded. */
export function roundingMinor(receipt: Receipt): number {
  return toMinor(receipt.total) - receipt.lines.reduce((total, line) => total + toMinor(line.total), 0);
}

interface PrintedLine {
  line: ReceiptLine;
  totalMinor: number;
  discountMinor: number;
}

interface Printed {
  lines: PrintedLine[];
  checks: UsedCheck[];
}

/**
 * The server spreads a bonus check over the lines; the slip shows it once, by its name. Where the lines are reduced by
 * something else as well, they are left as they are: a slip must add up.
 */
export function printedOf(receipt: Receipt, checks: UsedCheck[]): Printed {
  const lines = receipt.lines.map((line) => ({ line, totalMinor: toMinor(line.total), discountMinor: lineDiscountMinor(line) }));
  const checksMinor = checks.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const discountMinor = lines.reduce((sum, line) => sum + line.discountMinor, 0);
  if (checks.length === 0 || discountMinor + checksMinor !== 0) return { lines, checks: [] };
  return { lines: lines.map((one) => ({ ...one, totalMinor: one.totalMinor - one.discountMinor, discountMinor: 0 })), checks };
}
