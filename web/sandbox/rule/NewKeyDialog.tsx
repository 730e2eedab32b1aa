import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { fieldOf, messageOf } from '../../components/api';
import { ErrorNote } from '../../components/ErrorNote';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { ruleApi, type NewApiKey } from './rule_api';

interface Props {
  opened: boolean;
  account: number;
  onClose: () => void;
  onCreated: (key: NewApiKey) => void;
}

export function NewKeyDialog({ opened, onClose, ...rest }: Props) {
  const { rule, words } = useTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={rule.newKey} closeButtonProps={{ 'aria-label': words.close }}>
      <NameForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function NameForm({ account, onCreated, onClose }: Omit<Props, 'opened'>) {
  const { rule, words } = useTexts();
  const { translate } = useWords();
  const [name, setName] = useState('Sitoo');
  const create = useMutation({ mutationFn: () => ruleApi.createKey(account, name.trim()), onSuccess: onCreated });
  const atName = fieldOf(create.error) === 'name';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form aria-label={rule.newKey} onSubmit={submit}>
      <Stack>
        <TextInput
          label={rule.keyColumns.name}
          description={rule.keyHint}
          data-autofocus
          value={name}
          error={atName ? translate(messageOf(create.error)) : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        {create.isError && !atName && <ErrorNote title={rule.keyNotMade} error={create.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
            {rule.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
