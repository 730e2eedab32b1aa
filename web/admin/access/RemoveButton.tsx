import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconTrash } from '../../components/icons';
import { useTexts } from '../language';
import { accessTexts } from '../texts/access';
import { useAction } from '../use_action';

interface Props {
  name: string;
  title: string;
  text: string;
  done: string;
  call: () => Promise<unknown>;
}

/** Takes somebody's way in, after asking. */
export function RemoveButton({ name, title, text, done, call }: Props) {
  const texts = useTexts(accessTexts);
  const [asking, { open, close }] = useDisclosure(false);
  const remove = useAction({ call, done: () => done, then: close });
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconTrash size={14} />} aria-label={`${texts.remove} ${name}`} onClick={open}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        opened={asking} title={title} confirm={texts.remove} pending={remove.isPending} onClose={close}
        onConfirm={() => { remove.mutate(undefined); }}
      >
        {text}
      </ConfirmDialog>
    </>
  );
}
