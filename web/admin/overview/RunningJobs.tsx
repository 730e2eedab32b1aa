import { Alert, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import { client, type Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { PageLink } from '../PageLink';
import { jobsTexts } from '../texts/jobs';
import { overviewTexts } from '../texts/overview';
import { wordTexts } from '../texts/words';

type Job = Schemas['Job'];

const isOpen = ({ state }: Job) => state === 'running' || state === 'waiting' || state === 'paused';

/** The long work that goes on now: how far it is, and how long it takes. */
export function RunningJobs({ account }: { account: string | undefined }) {
  const texts = useTexts(overviewTexts);
  const words = useTexts(wordTexts);
  const list = useQuery({
    queryKey: ['jobs', account],
    queryFn: async () => (await client.get('/api/v1/jobs', { query: { account } })).items,
    refetchInterval: 3_000,
  });
  const jobs = list.data?.filter(isOpen) ?? [];
  return (
    <Paper p="lg" component="section" aria-label={texts.jobs}>
      <Stack gap="sm">
        <Title order={2} fz={16}>
          {texts.jobs}
        </Title>
        {list.isError && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
        {list.data && jobs.length === 0 && <Text size="sm" c="dimmed">{texts.noJobs}</Text>}
        {jobs.map((job) => (
          <JobLine key={`${job.account_id}/${job.kind}`} job={job} />
        ))}
      </Stack>
    </Paper>
  );
}

function JobLine({ job }: { job: Job }) {
  const texts = useTexts(jobsTexts);
  const words = useWords();
  const format = useFormat();
  const { account, accounts } = useChosen();
  const shop = account === null ? ` · ${accounts.find(({ account_id }) => account_id === job.account_id)?.name ?? job.account_id}` : '';
  const share = job.total === null || job.total === 0 ? 100 : Math.min(100, (job.done / job.total) * 100);
  const parts = [texts.states[job.state], texts.done(format.count(job.done), job.total === null ? null : format.count(job.total))];
  if (job.seconds_left !== null) parts.push(texts.left(format.duration(job.seconds_left)));
  if (job.faults > 0) parts.push(texts.faults(format.count(job.faults)));
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <PageLink to={{ page: job.kind === 'erasures' ? 'erasures' : 'jobs', account: job.account_id }} size="sm" fw={600} underline="always">
          {texts.kinds[job.kind]}{shop}
        </PageLink>
        <Text size="sm" c="dimmed" className="figures">{parts.join(' · ')}</Text>
      </Group>
      <Progress.Root size="md" mt={6}>
        <Progress.Section value={share} animated={job.state === 'running'} aria-label={`${texts.progress}: ${texts.kinds[job.kind]}`} />
      </Progress.Root>
      {job.reason !== '' && <Text size="sm" c="dimmed" mt={4}>{words.translate(job.reason)}</Text>}
    </div>
  );
}
