import type { GroupRecord } from './rule_api';

interface RecordSummary {
  orderid: string;
  type: string;
  total: string;
  currency: string;
  at: string;
}

function textOf(record: GroupRecord, name: string): string {
  const value = record.values.find((field) => field.name === name)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** When it happened in the shop, not when it arrived: a late offline sale belongs where it was made. */
const happenedAt = (record: GroupRecord) => textOf(record, 'orderdate') || record.created_at;

export function newestFirst(records: GroupRecord[]): GroupRecord[] {
  const time = (record: GroupRecord) => new Date(happenedAt(record)).getTime() || 0;
  // Sales of the same second stand by their number, which counts upwards.
  return [...records].sort((one, other) => time(other) - time(one) || Number(other.id) - Number(one.id));
}

/** The line of a folded record; groups other than orders have none of these fields and go by their number. */
export function summaryOf(record: GroupRecord): RecordSummary {
  return {
    orderid: textOf(record, 'orderid'),
    type: textOf(record, 'type'),
    total: textOf(record, 'total'),
    currency: textOf(record, 'currency'),
    at: happenedAt(record),
  };
}
