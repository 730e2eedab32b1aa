import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { addressOf } from '../api/client';
import { IconDownload } from '../../components/icons';
import { useWords } from '../../components/words';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { importsTexts } from '../texts/imports';
import { ImportActions } from './ImportActions';
import { ImportCounts } from './ImportCounts';
import { ImportRows } from './ImportRows';
import { ImportState } from './ImportState';
import type { ImportDetail } from './ImportsPage';

interface Props {
  account: string;
  detail: ImportDetail;
  known: boolean;
  onClose: () => void;
}

/** What a file would do, does, or has done. */
export function ImportView({ account, detail, known, onClose }: Props) {
  const texts = useTexts(importsTexts);
  const { translate } = useWords();
  const format = useFormat();
  const csv = addressOf('/api/v1/imports/{import}/refusals.csv', { params: { import: detail.id }, query: { account } });
  const moving = detail.state === 'applying' || detail.state === 'undoing';
  return (
    <Paper p="lg" component="section" aria-label={detail.file_name}>
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Title order={2} fz={18}>
              {detail.state === 'staged' ? texts.result(detail.file_name) : detail.file_name}
            </Title>
            <ImportState state={detail.state} />
          </Group>
          <Button variant="default" onClick={onClose}>
            {texts.again}
          </Button>
        </Group>
        {known && <Alert color="blue" role="note">{texts.known}</Alert>}
        {detail.reason !== '' && <Alert color="red">{translate(detail.reason)}</Alert>}
        {detail.kept > 0 && <Alert color="yellow" role="note">{texts.kept(format.count(detail.kept))}</Alert>}
        {detail.state === 'staged' && <Text c="dimmed">{texts.nothingYet}</Text>}
        {moving && (
          <Stack gap={6} role="status">
            <Progress value={detail.rows === 0 ? 0 : (detail.done / detail.rows) * 100} animated aria-label={texts.states[detail.state]} />
            <Text size="sm">{texts.progress(format.count(detail.done), format.count(detail.rows))}</Text>
          </Stack>
        )}
        <ImportCounts detail={detail} />
        <Stack gap={4}>
          <Text size="sm">
            {texts.columns}: {detail.columns.map(({ column, field }) => `${column} (${field})`).join(', ')}
          </Text>
          {detail.ignored_columns.length > 0 && (
            <Text size="sm" c="dimmed">
              {texts.ignored(detail.ignored_columns.join(', '))}
            </Text>
          )}
        </Stack>
        <ImportActions account={account} detail={detail} />
        {detail.refused.length > 0 && (
          <Stack gap="sm">
            <Group justify="space-between">
              <Title order={3} fz={16}>
                {texts.refused}
              </Title>
              <Button component="a" href={csv} download variant="default" leftSection={<IconDownload size={16} />}>
                {texts.csv}
              </Button>
            </Group>
            <ImportRows label={texts.refused} rows={detail.refused} refused />
          </Stack>
        )}
        <Stack gap="sm">
          <Title order={3} fz={16}>
            {texts.preview}
          </Title>
          <ImportRows label={texts.preview} rows={detail.preview} />
        </Stack>
      </Stack>
    </Paper>
  );
}
