import { Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ApiError, messageOf } from '../../components/api';
import { useWords } from '../../components/words';
import type { Connection } from '../accounts';
import { useTexts } from '../language';
import type { Member } from './members';
import { mergePatch } from './merge_patch';
import { memberOf, useSaveSettings, type Json } from './use_save_settings';

interface Props {
  connection: Connection;
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

/** One member as JSON. What the server refuses stands below the text, with the name of the place. */
export function MemberEditor({ connection, name, documentation }: Props) {
  const { settings: texts, words: common } = useTexts();
  const words = useWords();
  const before = memberOf(connection.settings, name);
  const [text, setText] = useState(() => written(before));
  const [fault, setFault] = useState<string | null>(null);
  const save = useSaveSettings(connection.account_id, name);
  const refusal = () => {
    const field = save.error instanceof ApiError && save.error.field ? `${save.error.field}: ` : '';
    return save.isError ? field + words.translate(messageOf(save.error)) : undefined;
  };
  const submit = () => {
    const after = parsed(text);
    if (after === 'not_json' || after === 'not_object') {
      setFault(after === 'not_json' ? texts.notJson : texts.notObject);
      return;
    }
    setFault(null);
    save.mutate(mergePatch(before, after), { onSuccess: (changed) => { setText(written(memberOf(changed.settings, name))); } });
  };
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
          onChange={(event) => { setText(event.currentTarget.value); }}
        />
        <Group justify="space-between">
          <Button type="submit" loading={save.isPending} aria-label={`${common.save}: ${texts.members[name]}`}>
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
