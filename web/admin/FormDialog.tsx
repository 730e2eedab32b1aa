import { Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { ErrorNote } from '../components/ErrorNote';
import { useFocusBack } from '../components/use_focus_back';
import { useTexts } from './language';
import { wordTexts } from './texts/words';

interface Props {
  title: string;
  button: string;
  isPending: boolean;
  /** What was refused and is of no field, under this title. */
  error: unknown;
  failed: string;
  /** How often somebody tried to save: after each time the first wrong field has the focus. */
  tries?: number;
  onSubmit: () => void;
  onClose: () => void;
  /** What stands in the place of the form when it is done. */
  made?: ReactNode | undefined;
  children: ReactNode;
}

/** A form in a dialog. A press beside it must not lose what was typed, or what is shown once. */
export function FormDialog({ title, button, isPending, error, failed, tries = 0, onSubmit, onClose, made, children }: Props) {
  const words = useTexts(wordTexts);
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  useEffect(() => {
    const wrong = tries > 0 && !isPending ? form.current?.querySelector<HTMLElement>('[aria-invalid=true]') : undefined;
    wrong?.focus();
    // With its label, in a dialog that is longer than the screen.
    wrong?.scrollIntoView({ block: 'center' });
  }, [tries, isPending]);
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false} closeButtonProps={{ 'aria-label': words.close }}>
      {made ?? (
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending) onSubmit();
          }}
        >
          <Stack gap="md">
            {children}
            {error !== null && error !== undefined && <ErrorNote title={failed} error={error} />}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button type="submit" loading={isPending}>
                {button}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
