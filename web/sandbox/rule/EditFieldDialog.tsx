import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { messageOf } from '../../components/api';
import { IconAlert } from '../../components/icons';
import { toastDone } from '../../components/toast';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { isBroken, looksLikeJson, textToEdit, valueToSend } from './field_text';
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
  const { card, words } = useTexts();
  const title = field?.name ? `${place.group}.${field.name}` : card.addFieldTo(place.group);
  const size = field?.type === 'json' || field?.name === '' ? 720 : 480;
  return (
    <Modal opened={field !== null} onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': words.close }}>
      {field && <FieldForm key={field.name} place={place} field={field} onClose={onClose} />}
    </Modal>
  );
}

/** What is typed is the form's own: the card behind it refreshes, and that must not touch it. */
function FieldForm({ place, field, onClose }: { place: FieldPlace; field: FieldValue; onClose: () => void }) {
  const { card: texts, words } = useTexts();
  const { translate } = useWords();
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
      toastDone(texts.fieldSaved(name.trim()));
      onClose();
    },
  });
  const warning = isBroken(type, text) ? texts.brokenJson : null;
  const isLong = isNew || type === 'json' || type === 'multiple';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending && name.trim() !== '') save.mutate();
  };
  return (
    <form aria-label={isNew ? texts.addField : texts.editField(field.name)} onSubmit={submit}>
      <Stack>
        {isNew && (
          <TextInput
            label={texts.columns.field}
            description={texts.fieldHint}
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
          label={isNew ? texts.columns.value : field.name}
          description={isNew ? texts.valueHint : (texts.hints[type] ?? texts.textHint)}
          data-autofocus={isNew ? undefined : true}
          rows={isLong ? 12 : 2}
          resize="vertical"
          spellCheck={false}
          classNames={{ input: type === 'json' ? (classes.code ?? '') : '' }}
          value={text}
          error={save.isError ? translate(messageOf(save.error)) : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            save.reset();
          }}
        />
        <div role="status" aria-label={texts.checkOfText}>
          {warning && (
            <Alert color="orange" py={8} icon={<IconAlert size={18} />}>
              {warning}
            </Alert>
          )}
        </div>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {texts.keepFormat}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending} color={warning ? 'orange.9' : 'bridge'}>
              {warning ? texts.saveAnyway : words.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
