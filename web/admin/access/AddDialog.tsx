import type { ReactNode } from 'react';
import { FormDialog } from '../FormDialog';
import { useTexts } from '../language';
import { accessTexts } from '../texts/access';
import { MadeSecret, type Made } from './MadeSecret';

interface Props {
  title: string;
  button: string;
  /** What was made, as soon as there is something. */
  made: Made | null;
  isPending: boolean;
  /** What was refused and is of no field. */
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form, and after it, in the same dialog, the secret that it made. */
export function AddDialog({ title, made, onClose, ...form }: Props) {
  const texts = useTexts(accessTexts);
  const secret = made ? <MadeSecret made={made} onClose={onClose} /> : undefined;
  return <FormDialog {...form} title={made?.title ?? title} failed={texts.notAdded} made={secret} onClose={onClose} />;
}
