import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useChosen } from '../accounts';
import { client, type Schemas } from '../api/client';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { importsTexts } from '../texts/imports';
import { EarlierImports } from './EarlierImports';
import { ImportView } from './ImportView';
import { UploadForm } from './UploadForm';

export type ImportDetail = Schemas['ImportDetail'];

const isMoving = (state: Schemas['ImportState'] | undefined) => state === 'staging' || state === 'applying' || state === 'undoing';

export default function ImportsPage() {
  const { account } = useChosen();
  return account === null ? null : <Imports key={account.account_id} account={account.account_id} />;
}

function Imports({ account }: { account: string }) {
  const texts = useTexts(importsTexts);
  const [opened, setOpened] = useState<string | null>(null);
  const [known, setKnown] = useState(false);
  const current = useQuery({
    queryKey: ['import', account, opened],
    queryFn: () => client.get('/api/v1/imports/{import}', { params: { import: opened ?? '' }, query: { account } }),
    enabled: opened !== null,
    refetchInterval: (query) => (isMoving(query.state.data?.state) ? 1_000 : false),
  });
  const open = (id: string | null, isKnown = false) => {
    setOpened(id);
    setKnown(isKnown);
  };
  return (
    <>
      <PageHead title={texts.title} text={texts.text} />
      <Stack gap="xl">
        {opened === null && <UploadForm account={account} onStaged={(detail) => { open(detail.id, detail.known ?? false); }} />}
        {current.isError && <ErrorNote title={texts.refusedFile} error={current.error} onRetry={() => void current.refetch()} />}
        {opened !== null && current.data && (
          <ImportView account={account} detail={current.data} known={known} onClose={() => { open(null); }} />
        )}
        <Stack gap="sm" component="section">
          <Title order={2} fz={18}>
            {texts.earlier}
          </Title>
          <EarlierImports account={account} onOpen={(id) => { open(id); }} />
        </Stack>
      </Stack>
    </>
  );
}
