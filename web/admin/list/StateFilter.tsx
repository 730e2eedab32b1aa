import { SegmentedControl } from '@mantine/core';
import { useTexts } from '../language';
import { wordTexts } from '../texts/words';
import classes from './list.module.css';

interface Props<State extends string> {
  label: string;
  names: Record<State, string>;
  states: State[];
  state: State | 'all';
  onChange: (state: State | 'all') => void;
}

/** Which rows of a list are shown. */
export function StateFilter<State extends string>({ label, names, states, state, onChange }: Props<State>) {
  const words = useTexts(wordTexts);
  return (
    <div className={classes.filter}>
      <SegmentedControl
        aria-label={label}
        value={state}
        data={[{ value: 'all', label: words.all }, ...states.map((value) => ({ value, label: names[value] }))]}
        onChange={(value) => {
          onChange(states.find((known) => known === value) ?? 'all');
        }}
      />
    </div>
  );
}
