import type { Format } from '../../components/format';
import type { Texts } from '../texts/tables';
import type { Row } from './json';

type ColumnKind = 'text' | 'money' | 'number' | 'date' | 'used';

export interface Column {
  key: string;
  label: string;
  kind: ColumnKind;
}

type Label = keyof Texts['card']['json'];

/**
 * What we know to occur in bonus checks and in receipt lines, in the order in which a person reads them; the spellings
 * are those of an import, of Rule and of both generations of Sitoo's interface. Keys that we do not know come after.
 */
const known: [label: Label, kind: ColumnKind, ...keys: string[]][] = [
  ['id', 'text', 'id', 'bonuscheckid', 'bonus_check_id'],
  ['name', 'text', 'name'],
  ['sku', 'text', 'sku'],
  ['description', 'text', 'description'],
  ['quantity', 'number', 'quantity', 'qty'],
  ['price', 'money', 'price'],
  ['priceNet', 'money', 'price_net'],
  ['priceVat', 'money', 'price_vat'],
  ['vatPercent', 'number', 'vat_percent'],
  ['vat', 'money', 'vat'],
  ['discount', 'money', 'discount'],
  ['total', 'money', 'total'],
  ['value', 'money', 'value'],
  ['remaining', 'money', 'remaining'],
  ['currency', 'text', 'currency'],
  ['validFrom', 'date', 'validfrom', 'valid_from'],
  ['validTo', 'date', 'validto', 'valid_to'],
  ['status', 'used', 'redeemed'],
  ['usedOn', 'date', 'redeemeddate', 'redeemed_date', 'dateredeemed', 'date_redeemed'],
];

export function columnsOf(rows: Row[], labels: Record<Label, string>): Column[] {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const familiar = known.flatMap(([label, kind, ...spellings]) =>
    keys.filter((key) => spellings.includes(key)).map((key) => ({ key, label: labels[label], kind })),
  );
  const others = keys.filter((key) => !familiar.some((column) => column.key === key));
  return [...familiar, ...others.map((key) => ({ key, label: humanized(key), kind: guessed(rows, key) }))];
}

const humanized = (key: string) => (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll('_', ' ');

const isEmpty = (cell: unknown) => cell === null || cell === undefined || cell === '';

const patterns: [ColumnKind, RegExp][] = [
  ['money', /^-?\d+\.\d\d$/],
  ['number', /^-?\d+(\.\d+)?$/],
  ['date', /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$/],
];

/** A column is what all of its cells look like; text of digits alone, as a stock number, stays text. */
function guessed(rows: Row[], key: string): ColumnKind {
  const cells = rows.map((row) => row[key]).filter((cell) => !isEmpty(cell));
  const matches = (kind: ColumnKind, pattern: RegExp) =>
    cells.every((cell) => (kind === 'number' ? typeof cell === 'number' : typeof cell === 'string') && pattern.test(String(cell)));
  return (cells.length > 0 && patterns.find(([kind, pattern]) => matches(kind, pattern))?.[0]) || 'text';
}

/** A cell for people; what does not fit its column is shown as it came. */
export function cellText(cell: unknown, kind: ColumnKind, { yes, no }: Pick<Texts['words'], 'yes' | 'no'>, format: Format): string {
  if (isEmpty(cell)) return '';
  if (typeof cell === 'boolean') return cell ? yes : no;
  if (typeof cell === 'object') return JSON.stringify(cell);
  const text = String(cell);
  if (kind === 'money') return format.money(text);
  if (kind !== 'date') return text;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? format.date(text) : format.time(text);
}

/** Whether a check is used; null when the cell says neither. */
export function usedOf(cell: unknown): boolean | null {
  if (typeof cell === 'boolean') return cell;
  if (cell === 'true' || cell === 1 || cell === '1') return true;
  return cell === 'false' || cell === 0 || cell === '0' ? false : null;
}
