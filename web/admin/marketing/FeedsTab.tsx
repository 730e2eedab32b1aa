import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { client, type Schemas } from '../api/client';
import { useTexts } from '../language';
import { marketingTexts } from '../texts/marketing';
import { wordTexts } from '../texts/words';
import { useAction } from '../use_action';
import { FeedCard } from './FeedCard';

export type Feed = Schemas['Feed'];
export type Trial = Schemas['FeedTest']['items'][number];

export function FeedsTab({ account }: { account: string }) {
  const texts = useTexts(marketingTexts);
  const words = useTexts(wordTexts);
  const feeds = useQuery({
    queryKey: ['feeds', account],
    queryFn: async () => (await client.get('/api/v1/feeds', { query: { account } })).items,
  });
  const test = useMutation({
    mutationFn: (feed: Feed['feed'] | null) => client.post('/api/v1/feeds/test', { account, ...(feed === null ? {} : { feed }) }),
  });
  const remove = useAction({
    call: () => client.post('/api/v1/feeds/test/remove', { account }),
    done: ({ removed }) => (removed ? texts.removed : texts.notThere),
    then: test.reset,
  });
  if (!feeds.data) {
    if (feeds.isError) return <ErrorNote title={texts.failed} error={feeds.error} onRetry={() => void feeds.refetch()} />;
    return <Skeleton height={240} role="status" aria-label={words.loading} />;
  }
  const isBusy = (feed: Feed['feed']) => test.isPending && (test.variables === feed || test.variables === null);
  return (
    <Stack gap="md">
      <Text c="dimmed">{texts.testText}</Text>
      <Group gap="sm">
        <Button loading={test.isPending && test.variables === null} onClick={() => { test.mutate(null); }}>
          {texts.testAll}
        </Button>
        <Button variant="default" loading={remove.isPending} onClick={() => { remove.mutate(undefined); }}>
          {texts.removeTest}
        </Button>
      </Group>
      {test.isError && <ErrorNote title={words.failed} error={test.error} />}
      {feeds.data.map((feed) => (
        <FeedCard
          key={feed.feed}
          feed={feed}
          trial={test.data?.items.find((item) => item.feed === feed.feed) ?? null}
          busy={isBusy(feed.feed)}
          onTest={() => { test.mutate(feed.feed); }}
        />
      ))}
    </Stack>
  );
}
