import { Stack, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNote } from '../../../components/ErrorNote';
import { IconTimeline } from '../../../components/icons';
import { client } from '../../api/client';
import { useFormat } from '../../format';
import { useTexts } from '../../language';
import { changeTexts } from '../../texts/changes';
import { editorTexts } from '../../texts/editor';
import { wordTexts } from '../../texts/words';
import { ChangeCard } from './ChangeCard';

const step = 25;

/** What was changed in a shop's settings, newest first. */
export function ChangeList({ account }: { account: string }) {
  const texts = useTexts(changeTexts);
  const editor = useTexts(editorTexts);
  const words = useTexts(wordTexts);
  const format = useFormat();
  const [limit, setLimit] = useState(step);
  const list = useQuery({
    queryKey: ['changes', account, limit],
    queryFn: async () => (await client.get('/api/v1/accounts/{account}/changes', { params: { account }, query: { limit } })).items,
    refetchInterval: 15_000,
    placeholderData: (before) => before,
  });
  return (
    <Stack gap="md">
      <div>
        <Title order={2} fz={20}>
          {editor.sections.changes}
        </Title>
        <Text c="dimmed">{editor.sectionTexts.changes}</Text>
      </div>
      {list.isError && !list.data && <ErrorNote title={texts.failed} error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={240} role="status" aria-label={words.loading} />}
      {list.data?.length === 0 && (
        <EmptyState icon={<IconTimeline size={22} />} title={texts.none}>
          {texts.noneText}
        </EmptyState>
      )}
      {list.data && list.data.length > 0 && (
        <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {list.data.map((change) => (
            <ChangeCard key={change.change_id} account={account} change={change} />
          ))}
        </Stack>
      )}
      {list.data && list.data.length >= limit && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => { setLimit(limit + step * 2); }}>
          {words.more} ({format.count(list.data.length)})
        </Button>
      )}
    </Stack>
  );
}
