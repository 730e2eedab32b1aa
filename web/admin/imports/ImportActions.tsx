import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ErrorNote } from '../../components/ErrorNote';
import { IconArrowBackUp } from '../../components/icons';
import { client } from '../api/client';
import { useTexts } from '../language';
import { importsTexts } from '../texts/imports';
import { wordTexts } from '../texts/words';
import type { ImportDetail } from './ImportsPage';

interface Props {
  account: string;
  detail: ImportDetail;
}

type Step = 'refuse_all' | 'skip' | 'undo';

/** The second and third step: apply, and undo. Both answer at once; the page then follows how far they are. */
export function ImportActions({ account, detail }: Props) {
  const texts = useTexts(importsTexts);
  const words = useTexts(wordTexts);
  const queries = useQueryClient();
  const [asking, { open, close }] = useDisclosure(false);
  const act = useMutation({
    mutationFn: (step: Step) => {
      const at = { params: { import: detail.id } };
      if (step === 'undo') return client.post('/api/v1/imports/{import}/undo', { account, wait: false }, at);
      return client.post('/api/v1/imports/{import}/apply', { account, bad_rows: step, wait: false }, at);
    },
    onSuccess: async (changed) => {
      queries.setQueryData(['import', account, detail.id], changed);
      await queries.invalidateQueries({ queryKey: ['imports'] });
    },
    onSettled: close,
  });
  const canApply = detail.state === 'staged' || detail.state === 'halted';
  const canUndo = detail.state === 'applied' || detail.state === 'halted';
  const bad = detail.refused.length > 0 || detail.state === 'halted';
  return (
    <Stack gap="sm">
      {act.isError && <ErrorNote title={words.failed} error={act.error} />}
      {canApply && bad && <Alert color="yellow" role="note">{texts.mustSkip}</Alert>}
      {canApply && (
        <Text size="sm" c="dimmed">
          {texts.applyHint}
        </Text>
      )}
      <Group gap="sm">
        {canApply && (
          <Button loading={act.isPending} onClick={() => { act.mutate(bad ? 'skip' : 'refuse_all'); }}>
            {bad ? texts.applySkip : texts.apply}
          </Button>
        )}
        {canUndo && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={open}>
            {texts.undo}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={asking} title={texts.undoTitle} confirm={texts.undo} pending={act.isPending} onClose={close}
        onConfirm={() => { act.mutate('undo'); }}
      >
        {texts.undoText}
      </ConfirmDialog>
    </Stack>
  );
}
