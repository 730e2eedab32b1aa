import { Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ApiError, messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import type { Connection } from '../accounts';
import { useTexts } from '../language';
import { settingsTexts } from '../texts/settings';
import { wordTexts } from '../texts/words';
import { useForm } from './editor/context';
import { documentOf, objectOf, valueAt, type Json } from './editor/document';
import type { Member } from './members';

interface Props {
  name: Member;
  documentation: string;
}

const written = (value: Json) => JSON.stringify(value, null, 2);

function parsed(text: string): Json | 'not_json' | 'not_object' {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : 'not_object';
  } catch {
    return 'not_json';
  }
}

/** One member as JSON, over the state in which its typing began. What the server refuses stands below, with its place. */
export function MemberEditor({ name, documentation }: Props) {
  const texts = useTexts(settingsTexts);
  const common = useTexts(wordTexts);
  const { editor } = useForm();
  const words = useWords();
  const [draft, setDraft] = useState<{ text: string; over: Connection } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const over = draft?.over ?? editor.base;
  const stored = objectOf(valueAt(documentOf(editor.base), name));
  const section = `json.${name}`;
  const submit = () => {
    const after = parsed(draft?.text ?? '');
    setFault(after === 'not_json' ? texts.notJson : after === 'not_object' ? texts.notObject : null);
    if (typeof after !== 'string') editor.saveOnly(section, { [name]: after }, over);
  };
  const refusal = () => {
    if (editor.refused !== section) return undefined;
    const field = editor.error instanceof ApiError && editor.error.field ? `${editor.error.field}: ` : '';
    return field + words.translate(messageOf(editor.error));
  };
  // Once it is saved, or the other's was taken, the text follows the server's again.
  const isSettled = editor.settled?.section === section && editor.settled.revision !== over.revision;
  const text = draft === null || isSettled ? written(stored) : draft.text;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Textarea
          aria-label={texts.text_of(texts.members[name])}
          autosize minRows={3} maxRows={24} spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          value={text}
          error={fault ?? refusal()}
          onChange={(event) => { setDraft({ text: event.currentTarget.value, over: isSettled ? editor.base : over }); }}
        />
        <Group justify="space-between">
          <Button type="submit" disabled={draft === null || isSettled} loading={editor.savingSection === section} aria-label={`${common.save}: ${texts.members[name]}`}>
            {common.save}
          </Button>
          <Anchor href={documentation} target="_blank" rel="noreferrer" size="sm" underline="always">
            {texts.documentation}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
