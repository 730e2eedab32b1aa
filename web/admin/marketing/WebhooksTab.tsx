import { Alert, List, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { client } from '../api/client';
import { useTexts } from '../language';
import { webhooksTexts } from '../texts/webhooks';
import { wordTexts } from '../texts/words';
import { WebhookCard } from './WebhookCard';

/** By which addresses Rule tells of opt-outs and the like, and whether it does. */
export function WebhooksTab({ account }: { account: string }) {
  const texts = useTexts(webhooksTexts);
  const words = useTexts(wordTexts);
  const list = useQuery({
    queryKey: ['webhooks', account],
    queryFn: async () => (await client.get('/api/v1/webhooks', { query: { account } })).items,
    refetchInterval: 5_000,
  });
  if (!list.data) {
    if (list.isError) return <ErrorNote title={texts.failed} error={list.error} onRetry={() => void list.refetch()} />;
    return <Skeleton height={240} role="status" aria-label={words.loading} />;
  }
  return (
    <Stack gap="md" maw={860}>
      <Text c="dimmed">{texts.text}</Text>
      {list.isError && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
      {list.data.every(({ count }) => count === 0) && (
        <Alert color="blue" role="status" title={texts.noneTitle}>
          <List type="ordered" size="sm" spacing={4}>
            {texts.noneSteps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {list.data.map((webhook) => (
        <WebhookCard key={webhook.event} webhook={webhook} />
      ))}
    </Stack>
  );
}
