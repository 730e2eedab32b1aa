import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { IconPlayerPause, IconPlayerPlay, IconX } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { jobsTexts } from '../texts/jobs';
import { useAction } from '../use_action';
import type { Job } from './JobsPage';

export function JobControls({ job }: { job: Job }) {
  const texts = useTexts(jobsTexts);
  const [asking, { open, close }] = useDisclosure(false);
  const name = { account: job.account_id, kind: job.kind };
  const pause = useAction({ call: () => client.post('/api/v1/jobs/pause', name) });
  const resume = useAction({ call: () => client.post('/api/v1/jobs/resume', name) });
  const cancel = useAction({ call: () => client.post('/api/v1/jobs/cancel', name), then: close });
  const canPause = job.state === 'waiting' || job.state === 'running';
  const canResume = job.state === 'paused' || job.state === 'failed';
  if (!canPause && !canResume) return null;
  const what = texts.kinds[job.kind];
  return (
    <Group gap="sm">
      {canPause && (
        <Button
          variant="default" leftSection={<IconPlayerPause size={16} />} loading={pause.isPending} aria-label={`${texts.pause}: ${what}`}
          onClick={() => { pause.mutate(undefined); }}
        >
          {texts.pause}
        </Button>
      )}
      {canResume && (
        <Button
          leftSection={<IconPlayerPlay size={16} />} loading={resume.isPending} aria-label={`${texts.resume}: ${what}`}
          onClick={() => { resume.mutate(undefined); }}
        >
          {texts.resume}
        </Button>
      )}
      {job.state !== 'failed' && (
        <Button variant="default" leftSection={<IconX size={16} />} aria-label={`${texts.cancel}: ${what}`} onClick={open}>
          {texts.cancel}
        </Button>
      )}
      <ConfirmDialog
        opened={asking} title={texts.cancelTitle} confirm={texts.cancel} pending={cancel.isPending} onClose={close}
        onConfirm={() => { cancel.mutate(undefined); }}
      >
        {texts.cancelText}
      </ConfirmDialog>
    </Group>
  );
}
