import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconRefresh } from '../../components/icons';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';

interface Props {
  /** Until when an older secret signs as well; null when there is none. */
  oldEnds: string | null;
  isPending: boolean;
  onRotate: () => Promise<unknown>;
}

/** A new secret, after it was explained that both are good for a day. */
export function RotateButton({ oldEnds, isPending, onRotate }: Props) {
  const texts = useTexts(endpointsTexts);
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={open}>
        {texts.rotate}
      </Button>
      <ConfirmDialog
        opened={asking} title={texts.rotateTitle} confirm={texts.rotate} pending={isPending} onClose={close}
        // What fails is said by whoever rotates.
        onConfirm={() => { onRotate().then(close, close); }}
      >
        {texts.rotateText}
        {oldEnds !== null && (
          <Text size="sm" mt="sm" fw={600}>
            {texts.rotateAgain}
          </Text>
        )}
      </ConfirmDialog>
    </>
  );
}
