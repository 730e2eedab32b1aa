import { Button, Group } from '@mantine/core';
import { IconPlayerPause, IconRefresh } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { deliveriesTexts } from '../texts/deliveries';
import { useAction } from '../use_action';

interface Props {
  ids: string[];
  onDone: () => void;
}

/** What can be done with the deliveries that are chosen, one or many. */
export function DeliveryActions({ ids, onDone }: Props) {
  const texts = useTexts(deliveriesTexts);
  const replay = useAction({
    call: () => client.post('/api/v1/deliveries/replay', { delivery_ids: ids }),
    done: ({ count }) => texts.replayed(count),
    then: onDone,
  });
  const park = useAction({
    call: () => client.post('/api/v1/deliveries/park', { delivery_ids: ids }),
    done: ({ count }) => texts.parked(count),
    then: onDone,
  });
  const many = ids.length > 1;
  return (
    <Group gap="sm">
      <Button
        disabled={ids.length === 0}
        loading={replay.isPending}
        leftSection={<IconRefresh size={16} />}
        onClick={() => {
          replay.mutate(undefined);
        }}
      >
        {many ? texts.replayCount(ids.length) : texts.replay}
      </Button>
      <Button
        variant="default"
        disabled={ids.length === 0}
        loading={park.isPending}
        leftSection={<IconPlayerPause size={16} />}
        onClick={() => {
          park.mutate(undefined);
        }}
      >
        {many ? texts.parkCount(ids.length) : texts.park}
      </Button>
    </Group>
  );
}
