import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../api/client';
import { useTexts } from '../language';
import { roles, type Role } from '../rights';
import { accessTexts } from '../texts/access';
import { rightTexts } from '../texts/rights';
import { AddDialog } from './AddDialog';
import { useAdd } from './use_add';

export function AddUser({ onClose }: { onClose: () => void }) {
  const texts = useTexts(accessTexts);
  const rights = useTexts(rightTexts);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('support');
  const { add, errorAt, isElsewhere } = useAdd('users', ['name', 'role'], () => client.post('/api/v1/users', { name: name.trim(), role }));
  const made = add.data ? { title: texts.madePassword(add.data.name), text: texts.madePasswordText, secret: add.data.password } : null;
  return (
    <AddDialog
      title={texts.addUserTitle} button={texts.addUser} made={made} isPending={add.isPending} error={isElsewhere ? add.error : null}
      onSubmit={() => { add.mutate(undefined); }} onClose={onClose}
    >
      <TextInput
        label={texts.name} description={texts.nameHint} value={name} error={errorAt('name')} maxLength={64} autoComplete="off" autoCapitalize="none"
        spellCheck={false} data-autofocus onChange={(event) => { setName(event.currentTarget.value); }}
      />
      <Radio.Group label={texts.role} value={role} error={errorAt('role')} onChange={(value) => { setRole(value as Role); }}>
        <Stack gap="sm" mt="xs" mb="xs">
          {roles.map((each) => (
            <Radio key={each} value={each} label={rights.roles[each]} description={texts.roleHints[each]} />
          ))}
        </Stack>
      </Radio.Group>
    </AddDialog>
  );
}
