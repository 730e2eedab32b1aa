import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconTrash } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { navigate } from '../route';
import { endpointsTexts } from '../texts/endpoints';
import { useAction } from '../use_action';
import { useEndpointParams, type Endpoint } from './endpoint';

/** Deletes it, after asking with its address. */
export function DeleteButton({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const params = useEndpointParams(endpoint);
  const [asking, { open, close }] = useDisclosure(false);
  const remove = useAction({
    call: async () => {
      await client.delete('/api/v1/accounts/{account}/endpoints/{endpoint}', { params });
      // Away from its page first: read anew, that would say that there is no such endpoint.
      navigate({ page: 'webhooks', account: params.account });
    },
    done: () => texts.removed,
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        opened={asking} title={texts.removeTitle} confirm={texts.remove} pending={remove.isPending} onClose={close}
        onConfirm={() => { remove.mutate(undefined); }}
      >
        <Text size="sm" fw={600} mb="xs" style={{ overflowWrap: 'anywhere' }}>
          {endpoint.url}
        </Text>
        {texts.removeText}
      </ConfirmDialog>
    </>
  );
}
