import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';
import { useForm } from '../settings/editor/context';
import { marketingTexts } from '../texts/marketing';
import { wordTexts } from '../texts/words';
import type { Feed, Trial } from './FeedsTab';
import { TrialView } from './TrialView';

interface Props {
  feed: Feed;
  trial: Trial | null;
  busy: boolean;
  onTest: () => void;
}

export function FeedCard({ feed, trial, busy, onTest }: Props) {
  const texts = useTexts(marketingTexts);
  const words = useTexts(wordTexts);
  const { editor } = useForm();
  const section = `feeds.${feed.feed}`;
  const name = texts.feeds[feed.feed];
  return (
    <Paper p="lg" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <div style={{ flex: '1 1 260px' }}>
            <Title order={2} fz={16}>
              {name}
            </Title>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {feed.tags.length > 0 && `${texts.tags}: ${feed.tags.join(', ')}. `}
              {feed.groups.length > 0 && `${texts.groups}: ${feed.groups.join(', ')}.`}
            </Text>
          </div>
          <Group gap="md">
            <Switch
              label={feed.on ? texts.on : texts.off}
              aria-label={`${name}: ${feed.on ? texts.on : texts.off}`}
              checked={feed.on}
              disabled={editor.savingSection !== null}
              onChange={(event) => {
                editor.saveOnly(section, { [`rule.feeds.${feed.feed}`]: event.currentTarget.checked }, editor.base);
              }}
            />
            <Button variant="default" loading={busy} aria-label={`${texts.test}: ${name}`} onClick={onTest}>
              {texts.test}
            </Button>
          </Group>
        </Group>
        {editor.refused === section && <ErrorNote title={words.nothingSaved} error={editor.error} />}
        {trial && <TrialView trial={trial} />}
      </Stack>
    </Paper>
  );
}
