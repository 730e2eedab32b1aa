import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useConnection, type Connection } from '../accounts';
import { client } from '../api/client';
import { useTexts } from '../language';
import { settingsTexts } from '../texts/settings';
import { wordTexts } from '../texts/words';
import { ConflictDialog } from './ConflictDialog';
import { FormContext } from './editor/context';
import type { Json } from './editor/document';
import { useEditor } from './editor/use_editor';

interface Props {
  account: string;
  children: ReactNode;
}

/** What forms of settings stand within: what is saved, what holds by default, what is typed. */
export function SettingsForms({ account, children }: Props) {
  const texts = useTexts(settingsTexts);
  const words = useTexts(wordTexts);
  const connection = useConnection(account);
  const defaults = useQuery({
    queryKey: ['defaults'],
    queryFn: async () => (await client.get('/api/v1/settings/defaults')).settings,
    staleTime: Infinity,
  });
  const failed = [connection, defaults].find((query) => query.isError && !query.data);
  if (failed) return <ErrorNote title={texts.failed} error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!connection.data || !defaults.data) return <Skeleton height={320} role="status" aria-label={words.loading} />;
  return (
    <Forms connection={connection.data} defaults={defaults.data}>
      {children}
    </Forms>
  );
}

function Forms({ connection, defaults, children }: { connection: Connection; defaults: Json; children: ReactNode }) {
  const editor = useEditor(connection);
  return (
    <FormContext value={{ editor, defaults }}>
      {children}
      <ConflictDialog />
    </FormContext>
  );
}
