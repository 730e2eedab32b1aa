import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { IconSearch, IconWifiOff } from '../../components/icons';
import type { Contact } from '../contact/contact';
import { useTexts } from '../language';
import { useOnline } from './offline/line';
import { posApi } from './pos_api';

interface Props {
  placeholder: string;
  connected: boolean;
  onFound: (contact: Contact) => void;
  onMissing: (key: string) => void;
  onNew: (key: string) => void;
}

/** Where a customer is searched, or why nobody can be. */
export function CustomerSearch(props: Props) {
  const { customer: texts } = useTexts();
  if (useOnline()) return <SearchForm {...props} />;
  return (
    <Alert role="status" color="orange" icon={<IconWifiOff size={20} />} title={texts.offline}>
      {texts.offlineText}
    </Alert>
  );
}

function SearchForm({ placeholder, connected, onFound, onMissing, onNew }: Props) {
  const { customer: texts } = useTexts();
  const [key, setKey] = useState('');
  const search = useMutation({
    mutationFn: posApi.find,
    onSuccess: (contact, searched) => {
      if (contact) onFound(contact);
      else onMissing(searched);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() !== '') search.mutate(key.trim());
  };
  return (
    <form role="search" aria-label={texts.form} onSubmit={submit}>
      <Stack>
        {!connected && (
          <Alert color="orange" title={texts.notConnected}>
            {texts.notConnectedText}
          </Alert>
        )}
        <TextInput
          size="md"
          label={texts.find}
          description={texts.findHint}
          placeholder={placeholder}
          leftSection={<IconSearch size={18} />}
          data-autofocus
          autoFocus
          autoComplete="off"
          value={key}
          onChange={(event) => {
            setKey(event.currentTarget.value);
          }}
        />
        {search.isError && <ErrorNote title={texts.searchFailed} error={search.error} />}
        <Group justify="space-between">
          <Button
            variant="subtle"
            onClick={() => {
              onNew(key.trim());
            }}
          >
            {texts.fresh}
          </Button>
          <Button type="submit" disabled={key.trim() === ''} loading={search.isPending}>
            {texts.search}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
