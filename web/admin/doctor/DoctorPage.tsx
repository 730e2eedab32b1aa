import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconStethoscope } from '../../components/icons';
import { useWords } from '../../components/words';
import { useAccountQuery, useChosen, zoneOf } from '../accounts';
import { client, type Schemas } from '../api/client';
import { makeFormat } from '../format';
import { useLanguage, useTexts } from '../language';
import { DataList } from '../list/DataList';
import { PageHead } from '../PageHead';
import { useMay } from '../rights';
import { doctorTexts } from '../texts/doctor';
import { shellTexts } from '../texts/shell';
import { useAction } from '../use_action';

type Finding = Schemas['Finding'];

export default function DoctorPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(doctorTexts);
  const { translate } = useWords();
  const { language } = useLanguage();
  const { account, accounts } = useChosen();
  const query = useAccountQuery();
  const may = useMay();
  const list = useQuery({
    queryKey: ['doctor', query],
    queryFn: async () => (await client.get('/api/v1/doctor', { query })).items,
    refetchInterval: 15_000,
  });
  const repair = useAction({
    call: () => client.post('/api/v1/doctor/repair', undefined, { query }),
    done: ({ count }) => texts.repaired(count),
  });
  const time = (row: Finding) => (row.at ? makeFormat(language, zoneOf(accounts, row.account_id)).time(row.at) : '–');
  const nameOf = (row: Finding) => accounts.find(({ account_id }) => account_id === row.account_id)?.name ?? row.account_id;
  return (
    <>
      <PageHead title={shell.pages.doctor} text={texts.text}>
        {may('deliveries') && list.data?.some(({ repairable }) => repairable) && (
          <Button loading={repair.isPending} onClick={() => { repair.mutate(undefined); }}>
            {texts.repair}
          </Button>
        )}
      </PageHead>
      <DataList
        label={shell.pages.doctor}
        query={list}
        failed={texts.failed}
        rowKey={(row) => `${row.account_id}/${row.ailment}/${row.subject}/${row.at ?? ''}`}
        empty={{ icon: <IconStethoscope size={22} />, title: texts.healthy, text: texts.healthyText }}
        columns={[
          { title: texts.what, cell: (row) => texts.ailments[row.ailment] },
          ...(account === null ? [{ title: texts.shop, cell: nameOf }] : []),
          { title: texts.subject, figures: true, cell: (row) => row.subject },
          { title: texts.detail, cell: (row) => translate(row.text) },
          { title: texts.todo, cell: (row) => texts.todos[row.ailment] },
          { title: texts.at, figures: true, cell: time },
        ]}
      />
    </>
  );
}
