import { Alert, Stack, Text } from '@mantine/core';
import { IconAlert } from '../../components/icons';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { deliveryTexts } from '../texts/delivery';
import { reasonKind } from './reasons';
import type { Delivery } from './search_deliveries';

/** Why it stands where it stands, what to do, and whether Rule may have it all the same. */
export function DeliveryNotes({ delivery }: { delivery: Delivery }) {
  const texts = useTexts(deliveryTexts);
  const words = useWords();
  const kind = reasonKind(delivery.reason);
  const isDone = delivery.state === 'delivered';
  return (
    <>
      {kind !== 'none' && !isDone && (
        <Alert color={delivery.state === 'parked' ? 'red' : 'yellow'} role="note" icon={<IconAlert size={18} />} title={texts.whys[kind]}>
          <Stack gap={6}>
            <Text size="sm">
              <b>{texts.todo}:</b> {texts.todos[kind]}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {texts.said}: {words.translate(delivery.reason)}
            </Text>
          </Stack>
        </Alert>
      )}
      {delivery.ambiguous && !isDone && (
        <Alert color="yellow" role="note" title={texts.ambiguous}>
          {texts.ambiguousText}
        </Alert>
      )}
    </>
  );
}
