import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { messageOf } from '../../components/api';
import { IconAlert } from '../../components/icons';
import { toastDone } from '../../components/toast';
import { hintFor, looksLikeJson, textToEdit, valueToSend, warningFor } from './field_text';
import { ruleApi, type FieldValue } from './rule_api';
import classes from './rule.module.css';

interface FieldPlace {
  account: number;
  subscriber: number;
  group: string;
}

interface Props {
  place: FieldPlace;
  /** Null while the dialog is closed. */
  field: FieldValue | null;
  onClose: () => void;
}

export function EditFieldDialog({ place, field, onClose }: Props) {
  const title = field?.name ? `${place.group}.${field.name}` : `Add field to ${place.group}`;
  const size = field?.type === 'json' || field?.name === '' ? 720 : 480;
  return (
    <Modal opened={field !== null} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': 'Close' }}>
      {field && <FieldForm key={field.name} place={place} field={field} onClose={onClose} />}
    </Modal>
  );
}

/** What is typed is the form's own: the card behind it refreshes, and that must not touch it. */
function FieldForm({ place, field, onClose }: { place: FieldPlace; field: FieldValue; onClose: () => void }) {
  const isNew = field.name === '';
  const [name, setName] = useState(field.name);
  const [text, setText] = useState(() => textToEdit(field));
  const type = isNew && looksLikeJson(text) ? 'json' : field.type;
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ruleApi.setField(place.account, place.subscriber, { group: place.group, field: name.trim(), value: valueToSend(type, text) }),
    onSuccess: (card) => {
      queries.setQueryData(['subscriber', place.account, place.subscriber], card);
      toastDone(`${name.trim()} saved`);
      onClose();
    },
  });
  const warning = warningFor(type, text);
  const isLong = isNew || type === 'json' || type === 'multiple';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending && name.trim() !== '') save.mutate();
  };
  return (
    <form aria-label={isNew ? 'Add field' : `Edit ${field.name}`} onSubmit={submit}>
      <Stack>
        {isNew && (
          <TextInput
            label="Field"
            description="The name as it stands in Rule."
            placeholder="bonuschecks"
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              save.reset();
            }}
          />
        )}
        <Textarea
          label={isNew ? 'Value' : field.name}
          description={isNew ? 'Text, or JSON.' : hintFor(type)}
          data-autofocus={isNew ? undefined : true}
          rows={isLong ? 12 : 2}
          resize="vertical"
          spellCheck={false}
          classNames={{ input: type === 'json' ? (classes.code ?? '') : '' }}
          value={text}
          error={save.isError ? messageOf(save.error) : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            save.reset();
          }}
        />
        <div role="status" aria-label="Check of the text">
          {warning && (
            <Alert color="orange" py={8} icon={<IconAlert size={18} />}>
              {warning}
            </Alert>
          )}
        </div>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            The integration reads this field: keep its format.
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending} color={warning ? 'orange.9' : 'bridge'}>
              {warning ? 'Save anyway' : 'Save'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
