import { Center, Loader, Paper } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';

interface Props<T> {
  query: UseQueryResult<T[]>;
  failed: string;
  empty: { icon: ReactNode; title: string; text: string };
  children: (items: T[]) => ReactNode;
}

/** A list that is under way, failed, empty or there. */
export function ListState<T>({ query, failed, empty, children }: Props<T>) {
  const { words } = useTexts();
  if (query.isError) return <ErrorNote title={failed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <Center py={80}>
        <Loader aria-label={words.loading} />
      </Center>
    );
  }
  return (
    <Paper style={{ overflow: 'hidden' }}>
      {query.data.length === 0 ? (
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.text}
        </EmptyState>
      ) : (
        children(query.data)
      )}
    </Paper>
  );
}
