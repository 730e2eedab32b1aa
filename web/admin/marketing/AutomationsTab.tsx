import { Alert, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { client, type Schemas } from '../api/client';
import { useTexts } from '../language';
import { marketingTexts } from '../texts/marketing';
import { wordTexts } from '../texts/words';
import { FlowCard } from './FlowCard';

export type Flow = Schemas['AutomationReport']['flows'][number];
type Request = Schemas['AutomationRequest'];

/** What is done with one flow; `call` is the verb. */
export type FlowAct = { call: 'apply' | 'remove' } & Omit<Request, 'account' | 'language'>;

export function AutomationsTab({ account }: { account: string }) {
  const texts = useTexts(marketingTexts);
  const words = useTexts(wordTexts);
  const queries = useQueryClient();
  const [language, setLanguage] = useState<Schemas['Language'] | null>(null);
  const told = language === null ? {} : { language };
  const plan = useQuery({
    queryKey: ['automations', account, language],
    queryFn: () => client.post('/api/v1/automations/plan', { account, ...told }),
  });
  const act = useMutation({
    mutationFn: ({ call, ...request }: FlowAct) =>
      call === 'apply'
        ? client.post('/api/v1/automations/apply', { account, ...told, ...request })
        : client.post('/api/v1/automations/remove', { account, ...request }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['automations'] }),
  });
  const doneWith = (flow: Flow['flow']) => act.data?.flows.find((item) => item.flow === flow) ?? null;
  return (
    <Stack gap="md">
      <Text c="dimmed" maw={720}>
        {texts.flowText}
      </Text>
      <Select
        label={texts.letterLanguage} maw={260} allowDeselect={false} value={language ?? 'shop'}
        data={[
          { value: 'shop', label: texts.byShop },
          { value: 'sv', label: texts.languages.sv },
          { value: 'en', label: texts.languages.en },
        ]}
        onChange={(value) => { setLanguage(value === 'sv' || value === 'en' ? value : null); }}
      />
      {act.isError && <ErrorNote title={words.failed} error={act.error} />}
      {act.data && <Alert role="status" color={act.data.done ? 'teal' : 'red'}>{act.data.done ? texts.flowDone : texts.flowNotDone}</Alert>}
      {plan.isError && !plan.data && <ErrorNote title={texts.failed} error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && <Skeleton height={240} role="status" aria-label={words.loading} />}
      {plan.data?.flows.map((flow) => (
        <FlowCard
          key={flow.flow}
          account={account}
          flow={flow}
          done={doneWith(flow.flow)}
          language={language}
          busy={act.isPending && act.variables.flows?.[0] === flow.flow}
          onAct={(request) => { act.mutate({ ...request, flows: [flow.flow] }); }}
        />
      ))}
    </Stack>
  );
}
