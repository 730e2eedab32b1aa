import { expect, it } from 'vitest';
import { reasonKind } from './reasons';

it('puts reasons into plain words', () => {
  expect(
    ['', 'Rule answered 503.', '429', '403: transactional', 'The e-mail is not accepted.', 'Parked by hand.', 'The order is gone',
      'Rule does not show the new subscriber yet', 'broken'].map(reasonKind),
  ).toEqual(['none', 'unavailable', 'limited', 'forbidden', 'refusedAddress', 'byHand', 'orderGone', 'notYet', 'refused']);
});
