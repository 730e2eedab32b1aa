import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { DataTable } from '../list/DataTable';
import { StateBadge, type Tone } from '../list/StateBadge';
import { marketingTexts } from '../texts/marketing';
import type { Flow } from './AutomationsTab';

type Step = Flow['steps'][number];

const tones: Record<Step['state'], Tone> = {
  absent: 'calm', current: 'good', outdated: 'warn', edited: 'busy', gone: 'warn', found: 'busy', foreign: 'warn',
};

/** Each part of a flow: how it stands in Rule, and what is done about it. */
export function FlowSteps({ name, steps }: { name: string; steps: Step[] }) {
  const texts = useTexts(marketingTexts);
  const { translate } = useWords();
  const whatOf = (what: string) => (texts.what as Record<string, string>)[what] ?? what;
  return (
    <DataTable
      label={`${texts.parts}: ${name}`}
      rows={steps}
      rowKey={(step) => `${step.what}/${step.name}`}
      columns={[
        { title: texts.part, cell: (step) => [whatOf(step.what), step.name].filter((text) => text !== '').join(': ') },
        { title: texts.state, cell: (step) => <StateBadge tone={step.failed ? 'bad' : tones[step.state]}>{texts.partStates[step.state]}</StateBadge> },
        { title: texts.action, cell: (step) => [texts.actions[step.action], translate(step.detail)].filter((text) => text !== '').join('. ') },
      ]}
    />
  );
}
