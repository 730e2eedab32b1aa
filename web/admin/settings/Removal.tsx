import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconTrash } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { navigate } from '../route';
import { settingsTexts } from '../texts/settings';
import { useAction } from '../use_action';

export function Removal({ account, name }: { account: string; name: string }) {
  const texts = useTexts(settingsTexts);
  const [asking, { open, close }] = useDisclosure(false);
  const remove = useAction({
    call: () => client.delete('/api/v1/accounts/{account}', { params: { account } }),
    done: () => texts.removed,
    then: () => { navigate({ page: 'overview', account: null }); },
  });
  return (
    <div>
      <Button variant="outline" color="red.8" leftSection={<IconTrash size={16} />} onClick={open} styles={{ root: { color: 'light-dark(#b02525, #ff9b9b)' } }}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        opened={asking} title={texts.removeTitle(name)} confirm={texts.remove} pending={remove.isPending} onClose={close}
        onConfirm={() => { remove.mutate(undefined); }}
      >
        {texts.removeText}
      </ConfirmDialog>
    </div>
  );
}
