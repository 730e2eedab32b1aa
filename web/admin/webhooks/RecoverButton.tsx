import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTexts } from '../language';
import { sendingsTexts } from '../texts/sendings';
import type { Endpoint } from './endpoint';
import { RecoverDialog } from './RecoverDialog';

export function RecoverButton({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(sendingsTexts);
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" disabled={!endpoint.enabled} title={endpoint.enabled ? undefined : texts.replayDisabled} onClick={open}>
        {texts.recover}
      </Button>
      {asking && <RecoverDialog endpoint={endpoint} onClose={close} />}
    </>
  );
}
