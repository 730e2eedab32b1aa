import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { fieldOf, messageOf } from '../../components/api';
import { ErrorNote } from '../../components/ErrorNote';
import { ruleApi, type NewApiKey } from './rule_api';

interface Props {
  opened: boolean;
  account: number;
  onClose: () => void;
  onCreated: (key: NewApiKey) => void;
}

export function NewKeyDialog({ opened, onClose, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="New API key" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NameForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function NameForm({ account, onCreated, onClose }: Omit<Props, 'opened'>) {
  const [name, setName] = useState('Sitoo');
  const create = useMutation({ mutationFn: () => ruleApi.createKey(account, name.trim()), onSuccess: onCreated });
  const atName = fieldOf(create.error) === 'name';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form aria-label="New API key" onSubmit={submit}>
      <Stack>
        <TextInput
          label="Name"
          description="What the key is for."
          data-autofocus
          value={name}
          error={atName ? messageOf(create.error) : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        {create.isError && !atName && <ErrorNote title="No key was made" error={create.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
