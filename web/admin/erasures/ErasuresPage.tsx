import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconShieldCheck } from '../../components/icons';
import { useChosen, type Account } from '../accounts';
import { client } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { BackLink } from '../list/BackLink';
import { DataList } from '../list/DataList';
import { StateBadge } from '../list/StateBadge';
import { PageHead } from '../PageHead';
import { navigate } from '../route';
import { customerTexts } from '../texts/customers';
import { erasureTexts } from '../texts/erasure';
import { shellTexts } from '../texts/shell';
import { useActorWords } from '../use_actor_words';
import { tones } from './erasure';

const step = 100;

export default function ErasuresPage() {
  const { account } = useChosen();
  return account === null ? null : <Erasures key={account.account_id} account={account} />;
}

function Erasures({ account: { account_id: account, time_zone } }: { account: Account }) {
  const shell = useTexts(shellTexts);
  const customers = useTexts(customerTexts);
  const texts = useTexts(erasureTexts);
  const actorWords = useActorWords();
  const format = useFormat(time_zone);
  const [limit, setLimit] = useState(step);
  const list = useQuery({
    queryKey: ['erasures', account, limit],
    queryFn: async () => (await client.get('/api/v1/erasures', { query: { account, limit } })).items,
    refetchInterval: 10_000,
    placeholderData: (before) => before,
  });
  return (
    <>
      <BackLink to={{ page: 'customers', account }}>{customers.back}</BackLink>
      <PageHead title={shell.pages.erasures} text={texts.listText} />
      <DataList
        label={shell.pages.erasures}
        query={list}
        failed={texts.listFailed}
        rowKey={({ erasure_id }) => erasure_id}
        empty={{ icon: <IconShieldCheck size={22} />, title: texts.nobody, text: texts.nobodyText }}
        limit={{ value: limit, onMore: () => { setLimit(limit + step); } }}
        onOpen={({ erasure_id: id }) => { navigate({ page: 'erasures', account, id }); }}
        columns={[
          { title: texts.when, figures: true, cell: ({ at }) => format.time(at) },
          { title: customers.number, figures: true, cell: ({ contact_id }) => contact_id },
          { title: texts.by, cell: ({ author }) => actorWords(author) },
          { title: texts.state, cell: ({ state }) => <StateBadge tone={tones[state]}>{texts.states[state]}</StateBadge> },
          { title: texts.rule, cell: ({ rule }) => <StateBadge tone={tones[rule]}>{texts.places[rule]}</StateBadge> },
        ]}
      />
    </>
  );
}
