import type { Schemas } from '../api/client';
import { wallTimeOf } from '../wall_clock';

export type Happening = Schemas['Happening'];

export const happeningKinds = ['customer', 'lookup', 'order', 'bonus', 'consent', 'delivery'] as const;
export type HappeningKind = (typeof happeningKinds)[number];

const kindOf: Record<Happening['what'], HappeningKind> = {
  registered: 'customer', changed: 'customer', lookup: 'lookup', consent: 'consent', event: 'order', order: 'order', bonus: 'bonus', queued: 'delivery',
  attempt: 'delivery',
};

export interface Keyed {
  key: string;
  happening: Happening;
}

/** A name for each, the same at the next reading; what two answers both have is there once. */
export function keyed(happenings: Happening[]): Keyed[] {
  const all = new Map<string, Happening>();
  for (const happening of happenings) {
    const { at, what, delivery_id, order_id, event_type, check_id, version, attempt, bonus, origin } = happening;
    const till = [origin?.source, origin?.store, origin?.register];
    all.set([at, what, delivery_id, attempt?.number, order_id, event_type, check_id, bonus?.kind, bonus?.remaining, version, ...till].join('/'), happening);
  }
  return [...all].map(([key, happening]) => ({ key, happening }));
}

/** All when no kind is chosen. */
export function ofKinds(all: Keyed[], chosen: HappeningKind[]): Keyed[] {
  return chosen.length === 0 ? all : all.filter(({ happening }) => chosen.includes(kindOf[happening.what]));
}

/** By the day on the shop's wall, in the order in which they come. */
export function byDay(all: Keyed[], timeZone: string | undefined): { day: string; items: Keyed[] }[] {
  const days = new Map<string, Keyed[]>();
  for (const one of all) {
    const day = wallTimeOf(new Date(one.happening.at), timeZone).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].map(([day, items]) => ({ day, items }));
}
