import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';
import { accessTexts } from '../texts/access';
import { wordTexts } from '../texts/words';
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

/** A form, and after it, in the same dialog, the secret that it made. A press beside it must not lose what is shown once. */
export function AddDialog({ title, button, made, isPending, error, onSubmit, onClose, children }: Props) {
  const texts = useTexts(accessTexts);
  const words = useTexts(wordTexts);
  return (
    <Modal
      opened onClose={onClose} title={made?.title ?? title} size="lg" closeOnClickOutside={false} closeButtonProps={{ 'aria-label': words.close }}
    >
      {made ? (
        <MadeSecret made={made} onClose={onClose} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending) onSubmit();
          }}
        >
          <Stack gap="md">
            {children}
            {error !== null && error !== undefined && <ErrorNote title={texts.notAdded} error={error} />}
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
