import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { IconSearch } from '../../components/icons';
import type { Contact } from '../contact/contact';
import { posApi } from './pos_api';

interface Props {
  placeholder: string;
  connected: boolean;
  onFound: (contact: Contact) => void;
  onMissing: (key: string) => void;
  onNew: (key: string) => void;
}

export function CustomerSearch({ placeholder, connected, onFound, onMissing, onNew }: Props) {
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
    <form role="search" aria-label="Customer" onSubmit={submit}>
      <Stack>
        {!connected && (
          <Alert color="orange" title="No CRM is connected">
            Add the API URL and the API token in the backoffice, under Settings, Custom CRM.
          </Alert>
        )}
        <TextInput
          size="md"
          label="Find customer"
          description="The whole value, exactly as registered."
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
        {search.isError && <ErrorNote title="The search failed" error={search.error} />}
        <Group justify="space-between">
          <Button
            variant="subtle"
            onClick={() => {
              onNew(key.trim());
            }}
          >
            New customer
          </Button>
          <Button type="submit" disabled={key.trim() === ''} loading={search.isPending}>
            Search
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
