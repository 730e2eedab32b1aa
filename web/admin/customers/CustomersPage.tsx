import { Button, Paper, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconSearch, IconUserQuestion } from '../../components/icons';
import { useWords } from '../../components/words';
import { useChosen } from '../accounts';
import { client, fieldError } from '../api/client';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { PageLink } from '../PageLink';
import { useMay } from '../rights';
import { navigate } from '../route';
import { customerTexts } from '../texts/customers';
import { shellTexts } from '../texts/shell';
import { keyFault } from './key_fault';

export default function CustomersPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(customerTexts);
  const may = useMay();
  const id = useChosen().account?.account_id;
  if (id === undefined) return null;
  return (
    <>
      <PageHead title={shell.pages.customers} text={texts.text}>
        {may('erase') && <PageLink to={{ page: 'erasures', account: id }}>{texts.toErased}</PageLink>}
      </PageHead>
      <SearchForm key={id} account={id} />
    </>
  );
}

/** Exact search only. What is typed is nobody else's business: it does not get into the address. */
function SearchForm({ account }: { account: string }) {
  const texts = useTexts(customerTexts);
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const key = typed.trim();
  const fault = keyFault(key);
  const find = useMutation({
    mutationFn: () => client.post('/api/v1/customers/find', { account, key }),
    onSuccess: ({ items }) => {
      if (items[0]) navigate({ page: 'customers', account, id: items[0].contact_id });
    },
  });
  const refused = fieldError(find.error, 'key');
  const error = isTried && fault ? texts[fault] : refused === undefined ? undefined : words.translate(refused);
  const submit = () => {
    setTried(true);
    if (fault === null) find.mutate();
  };
  return (
    <Stack gap="md" maw={720}>
      <Paper p="lg">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack gap="md">
            <TextInput
              label={texts.key} description={texts.keyHint} error={error} value={typed} size="md" autoFocus autoComplete="off" spellCheck={false}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setTried(false);
                find.reset();
              }}
            />
            <Button type="submit" loading={find.isPending} leftSection={<IconSearch size={16} />} style={{ alignSelf: 'flex-start' }}>
              {texts.find}
            </Button>
          </Stack>
        </form>
      </Paper>
      {find.isError && refused === undefined && <ErrorNote title={texts.searchFailed} error={find.error} onRetry={submit} />}
      <div role="status">
        {find.data?.items.length === 0 && (
          <Paper>
            <EmptyState icon={<IconUserQuestion size={22} />} title={texts.nobody}>
              {texts.nobodyText}
            </EmptyState>
          </Paper>
        )}
      </div>
    </Stack>
  );
}
