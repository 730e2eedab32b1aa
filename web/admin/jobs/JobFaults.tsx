import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import { client } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { PageLink } from '../PageLink';
import { jobsTexts } from '../texts/jobs';
import { wordTexts } from '../texts/words';
import classes from './jobs.module.css';
import type { Job } from './JobsPage';

/** What the history puts into the quarantine: what it could not read, and what it could not tell. */
const sources = new Set(['sitoo_history', 'history']);
const shown = 20;

/** The orders that old orders' transfer had to leave out, each with its reason. */
export function JobFaults({ job }: { job: Job }) {
  const texts = useTexts(jobsTexts);
  const common = useTexts(wordTexts);
  const words = useWords();
  const format = useFormat(useChosen().account?.time_zone);
  const account = job.account_id;
  const rows = useQuery({
    queryKey: ['quarantine', 'history', account],
    queryFn: async () => (await client.get('/api/v1/quarantine', { query: { account, limit: 1_000 } })).items.filter(({ source }) => sources.has(source)),
    refetchInterval: 15_000,
    enabled: job.faults > 0,
  });
  if (job.faults === 0) return null;
  return (
    <details className={classes.report}>
      <summary>{texts.faultList(format.count(job.faults))}</summary>
      <Stack gap="sm" mt="sm">
        <Text size="sm">
          {texts.faultText} <PageLink to={{ page: 'orders', account }} underline="always">{texts.toQuarantine}</PageLink>
        </Text>
        {rows.isError && <ErrorNote title={common.failed} error={rows.error} onRetry={() => void rows.refetch()} />}
        {rows.data?.length === 0 && <Text size="sm" c="dimmed">{texts.noFaults}</Text>}
        {rows.data?.slice(0, shown).map(({ quarantine_id, received_at, reason, body }) => (
          <div key={quarantine_id}>
            <Text size="sm" className="figures">{format.time(received_at)}: {words.translate(reason)}</Text>
            {body !== undefined && <Code block tabIndex={0} mah={120} style={{ overflow: 'auto' }}>{body}</Code>}
          </div>
        ))}
      </Stack>
    </details>
  );
}
