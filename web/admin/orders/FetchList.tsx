import { Button, Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconInbox } from '../../components/icons';
import { useWords } from '../../components/words';
import { useAccountQuery, useChosen, zoneOf } from '../accounts';
import { client, type Schemas } from '../api/client';
import { makeFormat } from '../format';
import { useLanguage, useTexts } from '../language';
import { DataList } from '../list/DataList';
import { StateBadge, type Tone } from '../list/StateBadge';
import { StateFilter } from '../list/StateFilter';
import { useMay } from '../rights';
import { ordersTexts } from '../texts/orders';
import { useAction } from '../use_action';

type Fetch = Schemas['OrderFetch'];
type State = Schemas['OrderFetchState'];

const states: State[] = ['parked', 'pending', 'done'];
const tones: Record<State, Tone> = { pending: 'calm', done: 'good', parked: 'bad' };
const step = 200;

/** Again, each account by itself: order ids belong to one. */
async function fetchAgain(rows: Fetch[]): Promise<number> {
  let sum = 0;
  for (const account of new Set(rows.map(({ account_id }) => account_id))) {
    const order_ids = rows.filter(({ account_id }) => account_id === account).map(({ order_id }) => order_id);
    const { count } = await client.post('/api/v1/order-fetches/replay', { account, order_ids });
    sum += count;
  }
  return sum;
}

export function FetchList() {
  const texts = useTexts(ordersTexts);
  const { translate } = useWords();
  const { language } = useLanguage();
  const { account, accounts } = useChosen();
  const query = useAccountQuery();
  const canAct = useMay()('deliveries');
  const [state, setState] = useState<State | 'all'>('all');
  const [limit, setLimit] = useState(step);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useQuery({
    queryKey: ['order-fetches', query, state, limit],
    queryFn: async () =>
      (await client.get('/api/v1/order-fetches', { query: { ...query, limit, state: state === 'all' ? undefined : state } })).items,
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
  const keyOf = (row: Fetch) => `${row.account_id}/${row.order_id}`;
  const replay = useAction({
    call: () => fetchAgain((list.data ?? []).filter((row) => selected.has(keyOf(row)))),
    done: texts.replayed,
    then: () => {
      setSelected(new Set());
    },
  });
  const replayAll = useAction({
    call: () => client.post('/api/v1/order-fetches/replay', { all: 'parked', ...query }),
    done: ({ count }) => texts.replayed(count),
  });
  const time = (row: Fetch) => makeFormat(language, zoneOf(accounts, row.account_id)).time(row.updated_at);
  const nameOf = (row: Fetch) => accounts.find(({ account_id }) => account_id === row.account_id)?.name ?? row.account_id;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <StateFilter
          label={texts.state}
          names={texts.states}
          states={states}
          state={state}
          onChange={(value) => {
            setState(value);
            setSelected(new Set());
          }}
        />
        {canAct && (
          <Group gap="sm">
            <Button disabled={selected.size === 0} loading={replay.isPending} onClick={() => { replay.mutate(undefined); }}>
              {texts.replay}
            </Button>
            <Button variant="default" loading={replayAll.isPending} onClick={() => { replayAll.mutate(undefined); }}>
              {texts.replayAll}
            </Button>
          </Group>
        )}
      </Group>
      <DataList
        label={texts.fetches}
        query={list}
        failed={texts.failed}
        rowKey={keyOf}
        empty={{ icon: <IconInbox size={22} />, title: texts.emptyFetches, text: texts.emptyFetchesText }}
        limit={{ value: limit, onMore: () => { setLimit(Math.min(limit + step, 10_000)); } }}
        {...(canAct ? { selection: { keys: selected, onChange: setSelected } } : {})}
        columns={[
          { title: texts.state, cell: (row) => <StateBadge tone={tones[row.state]}>{texts.states[row.state]}</StateBadge> },
          { title: texts.order, figures: true, cell: (row) => row.order_id },
          ...(account === null ? [{ title: texts.shop, cell: nameOf }] : []),
          { title: texts.reason, cell: (row) => translate(row.reason) || '–' },
          { title: texts.attempts, figures: true, cell: (row) => row.attempts },
          { title: texts.updated, figures: true, cell: time },
        ]}
      />
    </Stack>
  );
}
