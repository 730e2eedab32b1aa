import { Code, Drawer, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconCircleCheck } from '../../components/icons';
import { useWords } from '../../components/words';
import { useAccountQuery, useChosen, zoneOf } from '../accounts';
import { client, type Schemas } from '../api/client';
import { makeFormat } from '../format';
import { useLanguage, useTexts } from '../language';
import { DataList } from '../list/DataList';
import { Fact } from '../list/Fact';
import { ordersTexts } from '../texts/orders';
import { wordTexts } from '../texts/words';

type Body = Schemas['Quarantined'];

const most = 1_000;
const step = 100;

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function Content({ row }: { row: Body }) {
  const texts = useTexts(ordersTexts);
  const content = row.body ?? row.body_base64;
  if (content === undefined) return <Text size="sm">{texts.hidden}</Text>;
  return (
    <>
      {row.body === undefined && <Text size="sm">{texts.binary}</Text>}
      <Code block tabIndex={0}>{readable(content)}</Code>
    </>
  );
}

export function QuarantineList() {
  const texts = useTexts(ordersTexts);
  const words = useTexts(wordTexts);
  const { translate } = useWords();
  const { language } = useLanguage();
  const { accounts } = useChosen();
  const query = useAccountQuery();
  const [limit, setLimit] = useState(step);
  const [opened, setOpened] = useState<Body | null>(null);
  const list = useQuery({
    queryKey: ['quarantine', query, limit],
    queryFn: async () => (await client.get('/api/v1/quarantine', { query: { ...query, limit } })).items,
    refetchInterval: 10_000,
  });
  const time = (row: Body) => makeFormat(language, zoneOf(accounts, row.account_id)).time(row.received_at);
  return (
    <>
      <DataList
        label={texts.quarantine}
        query={list}
        failed={texts.failed}
        rowKey={({ quarantine_id }) => quarantine_id}
        empty={{ icon: <IconCircleCheck size={22} />, title: texts.emptyQuarantine, text: texts.emptyQuarantineText }}
        onOpen={setOpened}
        {...(limit < most ? { limit: { value: limit, onMore: () => { setLimit(Math.min(limit + step * 3, most)); } } } : {})}
        columns={[
          { title: texts.received, figures: true, cell: time },
          { title: texts.source, cell: (row) => row.source },
          { title: texts.reason, cell: (row) => translate(row.reason) },
        ]}
      />
      <Drawer
        opened={opened !== null}
        onClose={() => { setOpened(null); }}
        position="right"
        size="lg"
        title={texts.body}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        {opened && (
          <Stack gap="md">
            <Fact name={texts.reason}>{translate(opened.reason)}</Fact>
            <Content row={opened} />
          </Stack>
        )}
      </Drawer>
    </>
  );
}
