import { useId } from 'react';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';

/** Whose password it is. The owner has no name and leaves it alone: the password has the focus. */
export function DoorName({ value, onType }: { value: string; onType: (value: string) => void }) {
  const shell = useTexts(shellTexts);
  const id = useId();
  return (
    <div className="door-name">
      <label htmlFor={id}>{shell.name}</label>
      <p id={`${id}-hint`} className="door-soft">{shell.nameHint}</p>
      <div className="door-input">
        <input
          id={id} type="text" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} value={value}
          aria-describedby={`${id}-hint`} onChange={(event) => { onType(event.currentTarget.value); }}
        />
      </div>
    </div>
  );
}
