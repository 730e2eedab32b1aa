import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { toastDone } from '../../components/toast';
import { useWords } from '../../components/words';
import { client, fieldError } from '../api/client';
import { useTexts } from '../language';
import { jobsTexts } from '../texts/jobs';
import { wordTexts } from '../texts/words';
import type { Kind } from './JobsPage';

/** The members of its request that a kind takes. */
const days: Record<Kind, ('from' | 'to')[] | null> = {
  history: ['from', 'to'], reconcile: ['from', 'to'], mirror: [], silences: [], consents: ['from'], receipts: null, attempts: null, bonus_expiry: null,
  import: null, erasures: null, retention: null,
};

interface Props {
  account: string;
  kind: Kind;
}

export function JobStart({ account, kind }: Props) {
  const texts = useTexts(jobsTexts);
  const common = useTexts(wordTexts);
  const words = useWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const fields = days[kind];
  const run = useMutation({
    mutationFn: () => {
      const request = Object.fromEntries(Object.entries(chosen).filter(([, day]) => day !== ''));
      return client.post('/api/v1/jobs/run', { account, kind, ...(Object.keys(request).length === 0 ? {} : { request }) });
    },
    onSuccess: async () => {
      toastDone(texts.started);
      await queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  if (fields === null) return null;
  const errorAt = (field: string) => {
    const message = fieldError(run.error, field);
    return message === undefined ? undefined : words.translate(message);
  };
  const elsewhere = run.isError && fields.every((field) => fieldError(run.error, field) === undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      <Stack gap="xs">
        {elsewhere && <ErrorNote title={common.failed} error={run.error} />}
        <Group gap="sm" align="flex-start">
          {fields.map((field) => (
            <TextInput
              key={field} type="date" label={texts[field]} value={chosen[field] ?? ''} error={errorAt(field)}
              onChange={(event) => {
                setChosen({ ...chosen, [field]: event.currentTarget.value });
              }}
            />
          ))}
        </Group>
        {fields.length > 0 && (
          <Text size="sm" c="dimmed">
            {texts.dates}
          </Text>
        )}
        <Button type="submit" loading={run.isPending} style={{ alignSelf: 'flex-start' }} aria-label={`${texts.start}: ${texts.kinds[kind]}`}>
          {texts.start}
        </Button>
      </Stack>
    </form>
  );
}
