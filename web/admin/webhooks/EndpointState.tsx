import { useTexts } from '../language';
import { StateBadge, type Tone } from '../list/StateBadge';
import { endpointsTexts } from '../texts/endpoints';
import { standingOf, type Endpoint, type Standing } from './endpoint';

const tones: Record<Standing, Tone> = { on: 'good', failing: 'warn', by_hand: 'calm', gone: 'bad', given_up: 'bad' };

export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const standing = standingOf(endpoint);
  return <StateBadge tone={tones[standing]}>{texts.states[standing]}</StateBadge>;
}
