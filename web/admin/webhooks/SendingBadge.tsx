import { useTexts } from '../language';
import { StateBadge, type Tone } from '../list/StateBadge';
import { sendingsTexts } from '../texts/sendings';
import type { SendingState } from './message_filter';

const tones: Record<SendingState, Tone> = { pending: 'calm', delivered: 'good', failed: 'bad' };

export function SendingBadge({ state }: { state: SendingState }) {
  return <StateBadge tone={tones[state]}>{useTexts(sendingsTexts).states[state]}</StateBadge>;
}
