import { Button, Group, List, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { deliveriesTexts } from '../texts/deliveries';
import { deliveryFilterTexts } from '../texts/delivery_filter';
import { useAction } from '../use_action';
import { criteriaOf, type Filter } from './filter';
import { useCriteriaInWords } from './criteria_in_words';
import { MatchCount } from './MatchCount';
import { useCount } from './use_count';

type Deed = 'replay' | 'park';

const stateFor = { replay: 'parked', park: 'pending' } as const;

/** What is done with all that match the filter; asked first, in words. */
export function MatchActions({ filter }: { filter: Filter }) {
  const texts = useTexts(deliveryFilterTexts);
  const { account } = useChosen();
  // Fixed when the dialog opens: what is confirmed is what is done, however long somebody thinks about it.
  const [asked, setAsked] = useState<{ deed: Deed; criteria: Omit<Filter, 'last'> } | null>(null);
  const ask = (deed: Deed) => () => {
    setAsked({ deed, criteria: { ...criteriaOf(filter, new Date(), account?.time_zone), state: stateFor[deed] } });
  };
  const can = (deed: Deed) => filter.state === undefined || filter.state === stateFor[deed];
  return (
    <Group gap="sm">
      {can('replay') && (
        <Button variant="default" onClick={ask('replay')}>
          {texts.replayAll}
        </Button>
      )}
      {can('park') && (
        <Button variant="default" onClick={ask('park')}>
          {texts.parkAll}
        </Button>
      )}
      {asked && <MatchDialog {...asked} onClose={() => { setAsked(null); }} />}
    </Group>
  );
}

interface DialogProps {
  deed: Deed;
  criteria: Omit<Filter, 'last'>;
  onClose: () => void;
}

function MatchDialog({ deed, criteria, onClose }: DialogProps) {
  const deliveries = useTexts(deliveriesTexts);
  const texts = useTexts(deliveryFilterTexts);
  const { account } = useChosen();
  const [why, setWhy] = useState('');
  const lines = useCriteriaInWords(criteria);
  const counted = useCount(criteria);
  const { state, ...rest } = criteria;
  const run = useAction({
    call: () => {
      const body = { ...rest, ...(state ? { all: state } : {}), ...(account ? { account: account.account_id } : {}) };
      if (deed === 'replay') return client.post('/api/v1/deliveries/replay', body);
      // By these words a reason is known as a person's.
      return client.post('/api/v1/deliveries/park', why.trim() === '' ? body : { ...body, reason: `Parked by hand: ${why.trim()}` });
    },
    done: ({ count }) => (deed === 'replay' ? deliveries.replayed(count) : deliveries.parked(count)),
    then: onClose,
  });
  return (
    <ConfirmDialog
      opened title={deed === 'replay' ? texts.replayTitle : texts.parkTitle} confirm={deed === 'replay' ? texts.replayAll : texts.parkAll}
      pending={run.isPending} ready={!counted.isPending && counted.data?.count !== 0} onClose={onClose} onConfirm={() => { run.mutate(undefined); }}
    >
      <Text size="sm">{deed === 'replay' ? texts.replayWhat : texts.parkWhat}</Text>
      <List size="sm" my="xs">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <MatchCount counted={counted} />
      <Text size="sm">{texts.andMore}</Text>
      {deed === 'park' && <TextInput mt="sm" label={texts.why} value={why} onChange={(event) => { setWhy(event.currentTarget.value); }} />}
    </ConfirmDialog>
  );
}
