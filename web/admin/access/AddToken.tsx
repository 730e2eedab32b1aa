import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../api/client';
import { useTexts } from '../language';
import { scopes, type Scope } from '../rights';
import { accessTexts } from '../texts/access';
import { rightTexts } from '../texts/rights';
import { AddDialog } from './AddDialog';
import { useAdd } from './use_add';

/** What was typed as a number of days; 0 stands for what is no number, which the server refuses in words. */
const daysOf = (typed: string) => (typed.trim() === '' ? {} : { days: /^\d+$/.test(typed.trim()) ? Number(typed) : 0 });

export function AddToken({ onClose }: { onClose: () => void }) {
  const texts = useTexts(accessTexts);
  const rights = useTexts(rightTexts);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['read']);
  const [days, setDays] = useState('');
  const { add, errorAt, isElsewhere } = useAdd('tokens', ['name', 'scopes', 'days'], () =>
    client.post('/api/v1/tokens', { name: name.trim(), scopes: chosen as Scope[], ...daysOf(days) }),
  );
  const made = add.data ? { title: texts.madeToken(add.data.name), text: texts.madeTokenText, secret: add.data.token } : null;
  return (
    <AddDialog
      title={texts.addTokenTitle} button={texts.addToken} made={made} isPending={add.isPending} error={isElsewhere ? add.error : null}
      onSubmit={() => { add.mutate(undefined); }} onClose={onClose}
    >
      <TextInput
        label={texts.name} description={texts.nameHint} value={name} error={errorAt('name')} maxLength={64} autoComplete="off" autoCapitalize="none"
        spellCheck={false} data-autofocus onChange={(event) => { setName(event.currentTarget.value); }}
      />
      <Checkbox.Group label={texts.scopes} value={chosen} error={errorAt('scopes')} onChange={setChosen}>
        <Stack gap="sm" mt="xs" mb="xs">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={rights.scopes[scope]} description={texts.scopeHints[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label={texts.days} description={texts.daysHint} value={days} error={errorAt('days')} inputMode="numeric" maxLength={4} autoComplete="off"
        maw={260} onChange={(event) => { setDays(event.currentTarget.value); }}
      />
    </AddDialog>
  );
}
