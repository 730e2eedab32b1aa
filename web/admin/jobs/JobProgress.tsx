import { Progress, Stack, Text } from '@mantine/core';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { jobsTexts } from '../texts/jobs';
import classes from './jobs.module.css';
import { JobFaults } from './JobFaults';
import type { Job } from './JobsPage';
import { ReportView } from './ReportView';

/** How far it is, how long it takes, and what came of it. */
export function JobProgress({ job }: { job: Job }) {
  const texts = useTexts(jobsTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  const parts = [texts.done(format.count(job.done), job.total === null ? null : format.count(job.total))];
  if (job.seconds_left !== null) parts.push(texts.left(format.duration(job.seconds_left)));
  if (job.faults > 0) parts.push(texts.faults(format.count(job.faults)));
  const share = job.total === null || job.total === 0 ? null : Math.min(100, (job.done / job.total) * 100);
  const moving = job.state === 'running' || job.state === 'paused';
  return (
    <Stack gap={6}>
      {moving && (
        <Progress.Root size="lg">
          <Progress.Section value={share ?? 100} animated={job.state === 'running'} aria-label={`${texts.progress}: ${texts.kinds[job.kind]}`} />
        </Progress.Root>
      )}
      <Text size="sm" role="status" className="figures">
        {parts.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {job.finished_at === null ? texts.since(format.time(job.started_at)) : texts.ended(format.time(job.finished_at))}
      </Text>
      {job.kind === 'history' && <JobFaults job={job} />}
      {Object.keys(job.report).length > 0 && (
        <details className={classes.report} open={job.kind === 'reconcile'}>
          <summary>{texts.report}</summary>
          <ReportView report={job.report} />
        </details>
      )}
    </Stack>
  );
}
