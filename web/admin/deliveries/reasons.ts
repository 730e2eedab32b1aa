import type { Texts } from '../texts/tables';

export type ReasonKind = keyof Texts['deliveries']['reasons'];

/** In this order: the first that fits says it best. */
const patterns: [RegExp, ReasonKind][] = [
  [/^\s*$/, 'none'],
  [/receipt may have been sent/i, 'receipt'],
  [/by hand/i, 'byHand'],
  [/order is gone/i, 'orderGone'],
  [/does not show the new/i, 'notYet'],
  [/neither|without e-?mail/i, 'nobody'],
  [/e-?mail|phone/i, 'refusedAddress'],
  [/\b401\b|unauthori[sz]ed|key/i, 'key'],
  [/\b403\b|forbidden/i, 'forbidden'],
  [/\b429\b|too many|limit/i, 'limited'],
  [/\b5\d\d\b|no answer|timed? ?out|time is over|connect|unavailable|reset/i, 'unavailable'],
];

/** What a technical reason means for whoever runs a shop. */
export function reasonKind(reason: string): ReasonKind {
  return patterns.find(([pattern]) => pattern.test(reason))?.[1] ?? 'refused';
}
