import { Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ErrorNote } from '../../components/ErrorNote';
import { useWords } from '../../components/words';
import { fieldError } from '../api/client';
import { useTexts } from '../language';
import { erasureTexts } from '../texts/erasure';
import type { Customer } from './customer';
import { ExportButton } from './ExportButton';
import { nameOf } from './name';
import { useErase } from './use_erase';

interface Props {
  customer: Customer;
  onClose: () => void;
}

/** What goes, what stays, and the way to keep it for the person first; done only when the number is typed. */
export function EraseDialog({ customer, onClose }: Props) {
  const texts = useTexts(erasureTexts);
  const words = useWords();
  const { account_id, contact_id } = customer;
  const [typed, setTyped] = useState('');
  const erase = useErase(account_id, contact_id);
  const refused = fieldError(erase.error, 'confirm');
  const confirm = typed.trim();
  return (
    <ConfirmDialog
      opened size="lg" title={texts.title(nameOf(customer))} confirm={texts.confirm} ready={confirm === contact_id} pending={erase.isPending}
      onClose={onClose} onConfirm={() => { erase.mutate(confirm); }}
    >
      <Stack gap="md">
        <Text size="sm" fw={700}>
          {texts.final}
        </Text>
        <Lines title={texts.goes} lines={texts.goesLines} />
        <Lines title={texts.stays} lines={texts.staysLines} />
        <Text size="sm">{texts.sitoo}</Text>
        <Group justify="space-between" gap="sm">
          <Text size="sm">{texts.exportFirst}</Text>
          <ExportButton account={account_id} id={contact_id} />
        </Group>
        <TextInput
          label={texts.type(contact_id)} value={typed} error={refused === undefined ? undefined : words.translate(refused)} autoComplete="off" inputMode="numeric"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            erase.reset();
          }}
        />
        {erase.isError && refused === undefined && <ErrorNote title={texts.failed} error={erase.error} />}
      </Stack>
    </ConfirmDialog>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </div>
  );
}
