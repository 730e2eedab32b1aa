import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconPlayerPause, IconPlayerPlay } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';
import { useAction } from '../use_action';
import { useEndpointParams, type Endpoint } from './endpoint';

/** Enables it at once; asks before it disables it, since what happens meanwhile is not told. */
export function SwitchButton({ endpoint: { endpoint_id, enabled } }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const params = useEndpointParams({ endpoint_id });
  const [asking, { open, close }] = useDisclosure(false);
  const change = useAction({
    call: (wanted: boolean) => client.patch('/api/v1/accounts/{account}/endpoints/{endpoint}', { enabled: wanted }, { params }),
    done: (changed) => (changed.enabled ? texts.enabled : texts.disabled),
    then: close,
  });
  return (
    <>
      <Button
        variant={enabled ? 'default' : 'filled'} leftSection={enabled ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
        loading={change.isPending} onClick={() => { if (enabled) open(); else change.mutate(true); }}
      >
        {enabled ? texts.disable : texts.enable}
      </Button>
      <ConfirmDialog
        opened={asking} title={texts.disableTitle} confirm={texts.disable} pending={change.isPending} onClose={close}
        onConfirm={() => { change.mutate(false); }}
      >
        {texts.disableText}
      </ConfirmDialog>
    </>
  );
}
