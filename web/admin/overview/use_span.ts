import { useChosen } from '../accounts';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import type { Column } from './Bars';

type Overview = Schemas['Overview'];

/** What the charts show. */
export interface Span {
  unit: 'hour' | 'day';
  deliveries: Column[];
  received: Column[];
  labelEvery: number;
}

export function useSpan(unit: Span['unit'], overview: Overview, days: Overview['days']): Span {
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const hour = (at: string, values: number[]): Column => ({ at, label: format.hour(at), name: format.hour(at), values });
  const day = (at: string, values: number[]): Column => ({ at, label: format.shortDay(at), name: format.date(at), values });
  if (unit === 'day') {
    return {
      unit,
      deliveries: days.map(({ date, delivered, parked }) => day(date, [delivered, parked])),
      received: days.map(({ date, received }) => day(date, [received])),
      labelEvery: 6,
    };
  }
  return {
    unit,
    deliveries: overview.deliveries.map(({ at, delivered, parked }) => hour(at, [delivered, parked])),
    received: overview.received.map(({ at, count }) => hour(at, [count])),
    labelEvery: 4,
  };
}
