import { Button, Group, Modal, Text, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from './words';

interface Props {
  opened: boolean;
  title: string;
  /** The verb on the button that does it. */
  confirm: string;
  pending: boolean;
  /** False as long as something is missing. */
  ready?: boolean;
  size?: ModalProps['size'];
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone; Enter alone does not do it, since the focus starts on Cancel. */
export function ConfirmDialog({ opened, title, confirm, pending, ready = true, size = 'md', children, onConfirm, onClose }: Props) {
  const words = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': words.close }}>
      <Text size="sm" component="div">
        {children}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red.9" loading={pending} disabled={!ready} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
