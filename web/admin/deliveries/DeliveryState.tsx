import type { Schemas } from '../api/client';
import { useTexts } from '../language';
import { StateBadge, type Tone } from '../list/StateBadge';
import { deliveriesTexts } from '../texts/deliveries';

type State = Schemas['DeliveryState'];

const tones: Record<State, Tone> = { pending: 'calm', leased: 'busy', delivered: 'good', parked: 'bad' };

export function DeliveryState({ state }: { state: State }) {
  const deliveries = useTexts(deliveriesTexts);
  return <StateBadge tone={tones[state]}>{deliveries.states[state]}</StateBadge>;
}
