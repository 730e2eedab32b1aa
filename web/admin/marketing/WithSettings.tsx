import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useConnection, type Connection } from '../accounts';
import { useTexts } from '../language';

interface Props {
  account: string;
  children: (connection: Connection) => ReactNode;
}

/** A form of settings, as soon as they are known. */
export function WithSettings({ account, children }: Props) {
  const { marketing: texts, words } = useTexts();
  const connection = useConnection(account);
  if (connection.data) return children(connection.data);
  if (connection.isError) return <ErrorNote title={texts.failed} error={connection.error} onRetry={() => void connection.refetch()} />;
  return <Skeleton height={240} role="status" aria-label={words.loading} />;
}
