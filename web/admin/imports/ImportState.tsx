import type { Schemas } from '../api/client';
import { useTexts } from '../language';
import { StateBadge, type Tone } from '../list/StateBadge';
import { importsTexts } from '../texts/imports';

type State = Schemas['ImportState'];

const tones: Record<State, Tone> = {
  staging: 'busy', staged: 'calm', applying: 'busy', applied: 'good', halted: 'bad', undoing: 'busy', undone: 'calm', failed: 'bad',
};

export function ImportState({ state }: { state: State }) {
  const imports = useTexts(importsTexts);
  return <StateBadge tone={tones[state]}>{imports.states[state]}</StateBadge>;
}
