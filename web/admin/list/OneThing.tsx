import { Alert, Paper, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError } from '../../components/api';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconSearch } from '../../components/icons';
import { useTexts } from '../language';
import { wordTexts } from '../texts/words';

interface Props<Thing> {
  query: { data: Thing | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  failed: string;
  missing: { title: string; text: string };
  children: (thing: Thing) => ReactNode;
}

/** A page about one thing in all its states: loading, failed, not there, out of date. */
export function OneThing<Thing>({ query, failed, missing, children }: Props<Thing>) {
  const words = useTexts(wordTexts);
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <Paper>
        <EmptyState icon={<IconSearch size={22} />} title={missing.title}>
          {missing.text}
        </EmptyState>
      </Paper>
    );
  }
  if (query.data === undefined) {
    if (query.isError) return <ErrorNote title={failed} error={query.error} onRetry={() => { query.refetch(); }} />;
    return <Skeleton height={360} role="status" aria-label={words.loading} />;
  }
  return (
    <Stack gap="lg">
      {query.isError && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
      {children(query.data)}
    </Stack>
  );
}
