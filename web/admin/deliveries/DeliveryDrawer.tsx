import { Alert, Drawer, SimpleGrid, Stack } from '@mantine/core';
import { useChosen, zoneOf } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Fact } from '../list/Fact';
import { DeliveryActions } from './DeliveryActions';
import { DeliveryState } from './DeliveryState';
import type { Delivery } from './DeliveriesPage';
import { reasonKind } from './reasons';

interface Props {
  delivery: Delivery | null;
  onClose: () => void;
}

export function DeliveryDrawer({ delivery, onClose }: Props) {
  const { deliveries: texts, words } = useTexts();
  const { accounts } = useChosen();
  const format = useFormat(delivery ? zoneOf(accounts, delivery.account_id) : undefined);
  return (
    <Drawer
      opened={delivery !== null}
      onClose={onClose}
      position="right"
      title={delivery ? `${texts.kinds[delivery.kind]} · ${delivery.delivery_id}` : ''}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {delivery && (
        <Stack gap="md">
          <DeliveryState state={delivery.state} />
          {delivery.reason !== '' && (
            <Alert color={delivery.state === 'parked' ? 'red' : 'yellow'}>{texts.reasons[reasonKind(delivery.reason)]}</Alert>
          )}
          {delivery.ambiguous && <Alert color="yellow" role="note">{texts.ambiguous}</Alert>}
          <SimpleGrid cols={2}>
            <Fact name={texts.number}>{delivery.delivery_id}</Fact>
            <Fact name={texts.customer}>{delivery.contact_id}</Fact>
            {delivery.order_id !== '' && <Fact name={texts.order}>{delivery.order_id}</Fact>}
            <Fact name={texts.attempts}>{delivery.attempts}</Fact>
            <Fact name={texts.created}>{format.time(delivery.created_at)}</Fact>
            <Fact name={texts.updated}>{format.time(delivery.updated_at)}</Fact>
            {delivery.state === 'pending' && <Fact name={texts.next}>{format.time(delivery.not_before)}</Fact>}
          </SimpleGrid>
          {delivery.reason !== '' && <Fact name={texts.answer}>{delivery.reason}</Fact>}
          <DeliveryActions ids={[delivery.delivery_id]} onDone={onClose} />
        </Stack>
      )}
    </Drawer>
  );
}
