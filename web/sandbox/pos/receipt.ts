import { toMinor } from '../../components/money';
import type { Receipt, ReceiptLine } from './types';

/** What a line was reduced by, as with a bonus check, below zero; on a return as well, where all else is negative. */
export function lineDiscountMinor(line: ReceiptLine): number {
  return Math.abs(toMinor(line.total)) - toMinor(line.price) * Math.abs(line.quantity);
}

/** What stands between the lines and the total: cash has no öre, so it is rounded. */
export function roundingMinor(receipt: Receipt): number {
  return toMinor(receipt.total) - receipt.lines.reduce((total, line) => total + toMinor(line.total), 0);
}
