import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { StateBadge, type Tone } from '../list/StateBadge';
import { useMay } from '../rights';
import { jobsTexts } from '../texts/jobs';
import { JobControls } from './JobControls';
import { JobProgress } from './JobProgress';
import type { Job, Kind } from './JobsPage';
import { JobStart } from './JobStart';

const tones: Record<Job['state'], Tone> = {
  waiting: 'calm', running: 'busy', paused: 'warn', finished: 'good', failed: 'bad', cancelled: 'calm',
};

const isOpen = (job: Job | null) => job !== null && ['waiting', 'running', 'paused'].includes(job.state);

interface Props {
  account: string;
  kind: Kind;
  job: Job | null;
}

export function JobCard({ account, kind, job }: Props) {
  const texts = useTexts(jobsTexts);
  const words = useWords();
  const canAct = useMay()('jobs');
  return (
    <Paper p="lg" component="section" aria-label={texts.kinds[kind]}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} fz={17}>
            {texts.kinds[kind]}
          </Title>
          {job ? <StateBadge tone={tones[job.state]}>{texts.states[job.state]}</StateBadge> : <Text size="sm" c="dimmed">{texts.never}</Text>}
        </Group>
        <Text size="sm" c="dimmed">
          {texts.about[kind]}
        </Text>
        {job && job.reason !== '' && <Alert color={job.state === 'failed' ? 'red' : 'yellow'}>{words.translate(job.reason)}</Alert>}
        {job && <JobProgress job={job} />}
        {canAct && job && <JobControls job={job} />}
        {canAct && !isOpen(job) && <JobStart account={account} kind={kind} />}
      </Stack>
    </Paper>
  );
}
