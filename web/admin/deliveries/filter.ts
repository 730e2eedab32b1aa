import type { Schemas } from '../api/client';
import { deliveriesTexts } from '../texts/deliveries';
import { startOfDay } from '../wall_clock';

export type State = Schemas['DeliveryState'];
export type Kind = Schemas['DeliveryKind'];

export const states: State[] = ['parked', 'pending', 'leased', 'delivered'];
export const kinds = Object.keys(deliveriesTexts.en.kinds) as Kind[];
export const lasts = ['hour', 'today', 'week'] as const;
type Last = (typeof lasts)[number];

/** Which deliveries are shown. Times are ISO 8601 in UTC; `last` goes with the clock, so a link to it stays true. */
export interface Filter {
  state?: State;
  kind?: Kind;
  last?: Last;
  from?: string;
  to?: string;
  store?: string;
  customer?: string;
  order?: string;
  error?: string;
}

const isTime = (text: string) => !Number.isNaN(new Date(text).getTime());
const isSomething = (text: string) => text !== '';
const texts = { from: isTime, to: isTime, store: isSomething, customer: (text: string) => /^\d+$/.test(text), order: isSomething, error: isSomething };

/** From the address, in which anybody may have typed anything. */
export function filterOf(search: Record<string, string>): Filter {
  const filter: Filter = {};
  const state = states.find((each) => each === search.state);
  const kind = kinds.find((each) => each === search.kind);
  const last = lasts.find((each) => each === search.last);
  if (state) filter.state = state;
  if (kind) filter.kind = kind;
  if (last) filter.last = last;
  for (const [name, isGood] of Object.entries(texts) as [keyof typeof texts, (text: string) => boolean][]) {
    const text = search[name] ?? '';
    if (isGood(text)) filter[name] = text;
  }
  return filter;
}

/** A member that becomes undefined or empty is left out. */
export function changed(filter: Filter, change: { [Name in keyof Filter]: Filter[Name] | undefined }): Record<string, string> {
  const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Record<string, string>;
}

const hour_ms = 3_600_000;

function begin(last: Last, now: Date, timeZone: string | undefined): Date {
  if (last === 'today') return startOfDay(now, timeZone);
  return new Date(now.getTime() - (last === 'hour' ? hour_ms : 7 * 24 * hour_ms));
}

/** The filter in the words of the API: `last` becomes the time that it means now. */
export function criteriaOf({ last, ...rest }: Filter, now: Date, timeZone: string | undefined): Omit<Filter, 'last'> {
  return last ? { ...rest, from: begin(last, now, timeZone).toISOString() } : rest;
}
