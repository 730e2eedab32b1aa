import type { Schemas } from '../api/client';

const at = '2026-11-29T13:05:00Z';
export const secret = `whsec_${'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'}`;
export const newSecret = `whsec_${'C2FVsBQIhrscChlQIMV0b5sSYspob7oD'}`;

export function endpoint(id: number, part: Partial<Schemas['Endpoint']> = {}): Schemas['Endpoint'] {
  return {
    endpoint_id: String(id), url: `https://shop.example.com/hooks/${String(id)}`, description: '', types: [], enabled: true, disabled_because: null,
    created_at: at, updated_at: at, failing_since: null, last_success_at: at, last_failure_at: null, old_secret_ends_at: null, ...part,
  };
}

export const endpoints: Schemas['Endpoint'][] = [
  endpoint(4, { description: 'The warehouse' }),
  endpoint(5, { types: ['order.completed', 'consent.changed'], failing_since: '2026-11-28T09:00:00Z', last_failure_at: '2026-11-29T11:30:00Z' }),
  endpoint(6, { enabled: false, disabled_because: 'gone' }),
  endpoint(7, { enabled: false, disabled_because: 'failing', failing_since: '2026-11-22T09:00:00Z' }),
  endpoint(8, { enabled: false, disabled_because: 'by_hand', last_success_at: null }),
];

export const messageId = (number: number) => `msg_${number.toString(16).padStart(32, '0')}`;

function sending(number: number, part: Partial<Schemas['Sending']> = {}): Schemas['Sending'] {
  return {
    message_id: messageId(number), endpoint_id: '4', type: 'order.completed', created_at: at, state: 'delivered', attempts: 1, next_at: null,
    finished_at: at, last_status: 204, reason: '', ...part,
  };
}

/** Newest first. */
export const sendings: Schemas['Sending'][] = [
  sending(40, { type: 'endpoint.test' }),
  sending(39, { state: 'failed', attempts: 8, last_status: 500, reason: 'It answered 500.' }),
  sending(38, { state: 'pending', attempts: 2, last_status: 0, reason: 'Connection refused', next_at: '2026-11-29T13:35:00Z', finished_at: null }),
  ...Array.from({ length: 30 }, (_, index) => sending(37 - index, index % 2 ? { type: 'customer.registered' } : {})),
];

const attempt = (number: number, part: Partial<Schemas['SendingAttempt']> = {}): Schemas['SendingAttempt'] => ({
  number, at, took_ms: 83, status: 204, reason: '', answer: '', ...part,
});

/** As the server would answer for one of them. */
export function messageOf(id: string): Schemas['Message'] {
  const row = sendings.find(({ message_id }) => message_id === id) ?? sending(1);
  const failed = attempt(2, { status: 500, reason: 'It answered 500.', answer: '{"error":"out of stock"}' });
  const tries = row.state === 'delivered' ? [attempt(1, { answer: 'thank you' })] : [attempt(1, { status: 0, reason: 'Connection refused' }), failed];
  return {
    message_id: id, type: row.type, created_at: row.created_at, payload: { type: row.type, timestamp: at, data: { order_id: '11513' } },
    sendings: [{ ...row, endpoint_id: '99', tries: [] }, { ...row, tries }],
  };
}
