import { ActionIcon, Code, Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { formatDateTime } from '../../components/dates';
import { IconTrash } from '../../components/icons';
import { toastDone, toastFailed } from '../../components/toast';
import { ruleApi, type ApiKey } from './rule_api';

interface TableProps {
  account: number;
  keys: ApiKey[];
  onDeleted: () => void;
}

export function KeyTable({ account, keys, onDeleted }: TableProps) {
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const remove = useMutation({
    mutationFn: (key: ApiKey) => ruleApi.deleteKey(account, key.id),
    onSuccess: (_, key) => {
      toastDone(`API key “${key.name}” deleted`);
      onDeleted();
    },
    onError: (error) => {
      toastFailed('The key was not deleted', error);
    },
    onSettled: () => {
      setDoomed(null);
    },
  });
  return (
    <>
      <Table verticalSpacing="sm" horizontalSpacing="lg" aria-label="API keys">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Key</Table.Th>
            <Table.Th>Created</Table.Th>
            <Table.Th w={60} aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td fw={550}>{key.name}</Table.Td>
              <Table.Td>
                <Code>{key.masked}</Code>
              </Table.Td>
              <Table.Td c="dimmed">{formatDateTime(key.created_at)}</Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Delete API key ${key.name}`}
                  onClick={() => {
                    setDoomed(key);
                  }}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ConfirmDialog
        opened={doomed !== null}
        title="Delete API key"
        confirm="Delete"
        pending={remove.isPending}
        onConfirm={() => {
          if (doomed) remove.mutate(doomed);
        }}
        onClose={() => {
          setDoomed(null);
        }}
      >
        What uses the key “{doomed?.name}” stops working at once.
      </ConfirmDialog>
    </>
  );
}
