import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { toastFailed } from '../../components/toast';
import { useTexts } from '../language';
import { useSaveSettings } from '../settings/use_save_settings';
import type { Feed, Trial } from './FeedsTab';
import { TrialView } from './TrialView';

interface Props {
  account: string;
  feed: Feed;
  trial: Trial | null;
  busy: boolean;
  onTest: () => void;
}

export function FeedCard({ account, feed, trial, busy, onTest }: Props) {
  const { marketing: texts, words } = useTexts();
  const save = useSaveSettings(account, 'rule');
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
              disabled={save.isPending}
              onChange={(event) => {
                save.mutate(
                  { feeds: { [feed.feed]: event.currentTarget.checked } },
                  { onError: (error) => { toastFailed(words.nothingSaved, error); } },
                );
              }}
            />
            <Button variant="default" loading={busy} aria-label={`${texts.test}: ${name}`} onClick={onTest}>
              {texts.test}
            </Button>
          </Group>
        </Group>
        {trial && <TrialView trial={trial} />}
      </Stack>
    </Paper>
  );
}
