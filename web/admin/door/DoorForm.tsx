import { useId, useState, type ReactNode } from 'react';
import { IconEye, IconEyeOff } from '../../components/icons';
import { useTexts } from '../language';
import { shellTexts } from '../texts/shell';

interface Props {
  value: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string | undefined;
  button: string;
  isPending: boolean;
  isDisabled?: boolean;
  onType: (value: string) => void;
  onSend: () => void;
  /** What comes before the password. */
  children?: ReactNode;
}

/** One password and one button; the password can be looked at while it is typed. */
export function DoorForm({ value, autoComplete, hint, error, button, isPending, isDisabled = false, onType, onSend, children }: Props) {
  const shell = useTexts(shellTexts);
  const id = useId();
  const [isShown, setShown] = useState(false);
  const EyeIcon = isShown ? IconEyeOff : IconEye;
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && !isDisabled) onSend();
      }}
    >
      {children}
      <label htmlFor={id}>{shell.password}</label>
      {hint && <p id={`${id}-hint`} className="door-soft">{hint}</p>}
      <div className="door-input">
        <input
          id={id} type={isShown ? 'text' : 'password'} autoComplete={autoComplete} maxLength={256} required autoFocus value={value}
          aria-invalid={error !== undefined} aria-describedby={notes === '' ? undefined : notes}
          onChange={(event) => { onType(event.currentTarget.value); }}
        />
        <button type="button" className="door-quiet" aria-label={shell.showPassword} aria-pressed={isShown} onClick={() => { setShown(!isShown); }}>
          <EyeIcon size={18} aria-hidden />
        </button>
      </div>
      {error && <p id={`${id}-error`} className="door-error" role="alert">{error}</p>}
      <button type="submit" className="door-send" disabled={isDisabled} aria-busy={isPending}>
        {button}
      </button>
    </form>
  );
}
