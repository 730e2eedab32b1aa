import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconPlayerPause, IconRefresh } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { deliveriesTexts } from '../texts/deliveries';
import { deliveryTexts } from '../texts/delivery';
import { useAction } from '../use_action';
import { reasonKind } from './reasons';
import type { Delivery } from './search_deliveries';

/** What can be done with a delivery as it stands; what is on the way or delivered is left alone. */
export function DetailActions({ delivery }: { delivery: Delivery }) {
  const deliveries = useTexts(deliveriesTexts);
  const texts = useTexts(deliveryTexts);
  const [asking, { open, close }] = useDisclosure(false);
  const ids = { delivery_ids: [delivery.delivery_id] };
  const replay = useAction({
    call: () => client.post('/api/v1/deliveries/replay', ids),
    done: ({ count }) => deliveries.replayed(count),
    then: close,
  });
  const park = useAction({
    call: () => client.post('/api/v1/deliveries/park', ids),
    done: ({ count }) => deliveries.parked(count),
  });
  const isDoubtful = reasonKind(delivery.reason) === 'receipt';
  const send = () => {
    replay.mutate(undefined);
  };
  if (delivery.state === 'delivered' || delivery.state === 'leased') return null;
  return (
    <>
      <Button leftSection={<IconRefresh size={16} />} loading={replay.isPending} onClick={isDoubtful ? open : send}>
        {delivery.state === 'pending' ? texts.sendNow : deliveries.replay}
      </Button>
      {delivery.state === 'pending' && (
        <Button variant="default" leftSection={<IconPlayerPause size={16} />} loading={park.isPending} onClick={() => { park.mutate(undefined); }}>
          {deliveries.park}
        </Button>
      )}
      <ConfirmDialog opened={asking} title={texts.sendTwice} confirm={deliveries.replay} pending={replay.isPending} onClose={close} onConfirm={send}>
        {texts.sendTwiceText}
      </ConfirmDialog>
    </>
  );
}
