import { SimpleGrid, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { useChosen } from '../accounts';
import { client, type Schemas } from '../api/client';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { jobsTexts } from '../texts/jobs';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { JobCard } from './JobCard';

export type Job = Schemas['Job'];
export type Kind = Schemas['JobKind'];

const kinds: Kind[] = ['history', 'reconcile', 'mirror', 'silences', 'consents', 'import', 'receipts', 'bonus_expiry'];

export default function JobsPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(jobsTexts);
  const words = useTexts(wordTexts);
  const { account } = useChosen();
  const id = account?.account_id;
  const list = useQuery({
    queryKey: ['jobs', id],
    queryFn: async () => (await client.get('/api/v1/jobs', { query: { account: id } })).items,
    refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'running' || state === 'waiting') ? 1_500 : 6_000),
  });
  return (
    <>
      <PageHead title={shell.pages.jobs} text={texts.text} />
      {list.isError && !list.data && <ErrorNote title={texts.failed} error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={300} role="status" aria-label={words.loading} />}
      {list.data && id !== undefined && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          {kinds.map((kind) => (
            <JobCard key={`${id}/${kind}`} account={id} kind={kind} job={list.data.find((job) => job.kind === kind) ?? null} />
          ))}
        </SimpleGrid>
      )}
    </>
  );
}
