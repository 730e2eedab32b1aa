import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useFocusBack } from '../../components/use_focus_back';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { sendingsTexts } from '../texts/sendings';
import { useAction } from '../use_action';
import { startOfDay, wallTimeOf } from '../wall_clock';
import { useEndpointParams, type Endpoint } from './endpoint';
import { sinceOf, type Since } from './recover_since';

/** Asks from when on, then sends again all that has failed. */
export function RecoverDialog({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const texts = useTexts(sendingsTexts);
  const params = useEndpointParams(endpoint);
  useFocusBack();
  const zone = useChosen().account?.time_zone;
  const format = useFormat(zone);
  const failing = endpoint.failing_since;
  const [now] = useState(() => new Date());
  // Whoever enables one that had failed for five days no longer sees since when; a week holds them.
  const [since, setSince] = useState<Since>(failing === null ? 'week' : 'failing');
  const [own, setOwn] = useState(() => wallTimeOf(startOfDay(now, zone), zone));
  const from = sinceOf({ since, own }, failing, now, zone);
  const recover = useAction({
    call: (time: Date) => client.post('/api/v1/accounts/{account}/endpoints/{endpoint}/recover', { since: time.toISOString() }, { params }),
    done: ({ count }) => texts.recovered(count),
    then: onClose,
  });
  const choices: Since[] = [...(failing === null ? [] : ['failing' as const]), 'day', 'week', 'own'];
  return (
    <ConfirmDialog
      opened title={texts.recoverTitle} confirm={texts.recoverNow} pending={recover.isPending} ready={from !== null} onClose={onClose}
      onConfirm={() => { if (from) recover.mutate(from); }}
    >
      <Stack gap="md">
        <Text size="sm">{texts.recoverText}</Text>
        <Radio.Group label={texts.since} value={since} onChange={(value) => { setSince(choices.find((each) => each === value) ?? 'week'); }}>
          <Stack gap="sm" mt="xs">
            {choices.map((each) => (
              <Radio key={each} value={each} label={texts.sinces[each]} />
            ))}
          </Stack>
        </Radio.Group>
        {since === 'own' && (
          <TextInput
            type="datetime-local" label={texts.own} value={own} error={from === null ? texts.ownMissing : undefined}
            onChange={(event) => { setOwn(event.currentTarget.value); }}
          />
        )}
        <Text size="sm" role="status">
          {from === null ? '' : texts.sinceTime(format.time(from.toISOString()))}
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
