import { useQuery } from '@tanstack/react-query';
import { useAccountQuery } from '../accounts';
import { client, type Schemas } from '../api/client';
import { reasonKind } from '../deliveries/reasons';
import { useTexts } from '../language';
import { deliveriesTexts } from '../texts/deliveries';
import { doctorTexts } from '../texts/doctor';
import { together } from '../texts/pair';

type Finding = Schemas['Finding'];
type Delivery = Schemas['Delivery'];

export interface Trouble {
  key: string;
  account: string;
  what: string;
  /** The customer, order or check that it is about; empty where the rest says it. */
  subject: string;
  /** As the server says it. */
  detail: string;
  todo: string;
  at: string | null;
  page: 'deliveries' | 'orders' | 'doctor' | 'settings';
}

const pages: Record<Finding['ailment'], Trouble['page']> = {
  bonus_field: 'doctor', overspent_check: 'doctor', unknown_check: 'doctor', quarantined: 'orders', parked_fetch: 'orders',
  parked_delivery: 'deliveries', refused_key: 'settings',
};

const most = 5;

const parts = together({ deliveries: deliveriesTexts, doctor: doctorTexts });

type Texts = typeof parts.en;

function ofFinding({ doctor }: Texts, { account_id, ailment, subject, text, at }: Finding): Trouble {
  return {
    key: `${account_id}/${ailment}/${subject}`, account: account_id, what: doctor.ailments[ailment], subject, detail: text,
    todo: doctor.todos[ailment], at: at ?? null, page: pages[ailment],
  };
}

function ofDelivery({ deliveries, doctor }: Texts, { delivery_id, account_id, kind, reason, updated_at }: Delivery): Trouble {
  return {
    key: `delivery/${delivery_id}`, account: account_id, what: `${doctor.ailments.parked_delivery}: ${deliveries.kinds[kind]}`, subject: '', detail: reason,
    todo: deliveries.reasons[reasonKind(reason)] || doctor.todos.parked_delivery, at: updated_at, page: 'deliveries',
  };
}

/** The newest findings and refused deliveries, asked again and again. */
export function useTroubles() {
  const texts = useTexts(parts);
  const query = useAccountQuery();
  const findings = useQuery({
    queryKey: ['doctor', query],
    queryFn: async () => (await client.get('/api/v1/doctor', { query })).items,
    refetchInterval: 10_000,
  });
  const parked = useQuery({
    queryKey: ['troubles', query],
    queryFn: async () => (await client.get('/api/v1/deliveries', { query: { ...query, state: 'parked', limit: most } })).items,
    refetchInterval: 5_000,
  });
  const all = [
    ...(parked.data ?? []).map((delivery) => ofDelivery(texts, delivery)),
    // What the deliveries tell themselves is told once.
    ...(findings.data ?? []).filter(({ ailment }) => ailment !== 'parked_delivery').map((finding) => ofFinding(texts, finding)),
  ];
  return {
    troubles: all.sort((one, other) => (other.at ?? '').localeCompare(one.at ?? '')).slice(0, most),
    isKnown: findings.data !== undefined && parked.data !== undefined,
    isStale: findings.isError || parked.isError,
  };
}
