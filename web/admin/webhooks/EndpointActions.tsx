import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '../../components/icons';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';
import { DeleteButton } from './DeleteButton';
import { EditEndpoint } from './EditEndpoint';
import type { Endpoint } from './endpoint';
import { SwitchButton } from './SwitchButton';
import { useWebhookRights } from './use_webhook_rights';

/** What can be done with an endpoint as a whole, by whoever may. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const [editing, { open, close }] = useDisclosure(false);
  if (!useWebhookRights()('change')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={open}>
        {texts.edit}
      </Button>
      <SwitchButton endpoint={endpoint} />
      <DeleteButton endpoint={endpoint} />
      {editing && <EditEndpoint endpoint={endpoint} onClose={close} />}
    </>
  );
}
