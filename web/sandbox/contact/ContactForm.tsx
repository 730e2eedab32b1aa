import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { fieldOf, messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import type { Consent, Draft, FieldName } from './contact';
import { ContactField } from './ContactField';
import { missingFields } from './draft';
import { stateOf, visibleGroups, type FieldStates } from './fields';

interface Props {
  title: string;
  initial: Draft;
  fields: FieldStates;
  mandatory: FieldName[];
  consents: Consent[];
  saving: boolean;
  /** The server's refusal of the last attempt. */
  refusal: unknown;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

/** Registration and update are one form; the settings decide which fields it has and which may be edited. */
export function ContactForm({ title, initial, fields, mandatory, consents, saving, refusal, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const { fields: texts, words } = useTexts();
  const { translate } = useWords();
  const [missing, setMissing] = useState<FieldName[]>([]);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const groups = visibleGroups(fields);
  const refused = fieldOf(refusal) as FieldName | null;
  const refusedIsVisible = refused !== null && stateOf(fields, refused) !== 'hidden';

  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input:enabled, select:enabled')?.focus();
  }, []);
  // After a refused attempt only; while the cashier is typing the focus stays where it is.
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, refusal]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = missingFields(draft, mandatory, fields);
    setMissing(empty);
    setAttempts(attempts + 1);
    if (empty.length === 0) onSave(draft);
  };
  const errorOf = (name: FieldName) => {
    if (missing.includes(name)) return texts.required;
    return name === refused ? translate(messageOf(refusal)) : undefined;
  };

  return (
    <form ref={form} aria-label={title} noValidate onSubmit={submit}>
      <Stack gap="lg">
        {refusal !== null && !refusedIsVisible && (
          <Alert role="alert" color="red" title={words.notSaved}>
            {translate(messageOf(refusal))}
          </Alert>
        )}
        {groups.map((group) => (
          <fieldset key={group.name} style={{ border: 0, margin: 0, padding: 0 }}>
            <Text component="legend" size="xs" fw={600} c="dimmed" tt="uppercase" mb="xs">
              {texts.groups[group.name]}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: group.name === 'consent' ? 1 : 2 }} spacing="sm" verticalSpacing="sm">
              {group.fields.map((name) => (
                <ContactField
                  key={name}
                  name={name}
                  draft={draft}
                  consents={consents}
                  disabled={stateOf(fields, name) !== 'editable'}
                  required={mandatory.includes(name) && stateOf(fields, name) === 'editable'}
                  error={errorOf(name)}
                  onChange={(change) => {
                    setDraft((previous) => ({ ...previous, ...change }));
                    setMissing([]);
                  }}
                />
              ))}
            </SimpleGrid>
          </fieldset>
        ))}
        <FormActions saving={saving} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function FormActions({ saving, onCancel }: { saving: boolean; onCancel: () => void }) {
  const { words } = useTexts();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {words.cancel}
      </Button>
      <Button type="submit" loading={saving}>
        {words.save}
      </Button>
    </Group>
  );
}
