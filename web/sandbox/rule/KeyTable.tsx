import { ActionIcon, Code, Table, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useFormat } from '../../components/format';
import { IconTrash } from '../../components/icons';
import { toastDone, toastFailed } from '../../components/toast';
import { useTexts } from '../language';
import { ruleApi, type ApiKey } from './rule_api';
import classes from './rule.module.css';

interface TableProps {
  account: number;
  keys: ApiKey[];
  onDeleted: () => void;
}

export function KeyTable({ account, keys, onDeleted }: TableProps) {
  const { rule, words } = useTexts();
  const format = useFormat();
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const remove = useMutation({
    mutationFn: (key: ApiKey) => ruleApi.deleteKey(account, key.id),
    onSuccess: (_, key) => {
      toastDone(rule.deleted(key.name));
      onDeleted();
    },
    onError: (error) => {
      toastFailed(rule.notDeleted, error);
    },
    onSettled: () => {
      setDoomed(null);
    },
  });
  return (
    <>
      <Table.ScrollContainer minWidth={520} type="native" classNames={{ scrollContainerInner: classes.stack }} tabIndex={0} role="group" aria-label={rule.keys}>
        <Table verticalSpacing="sm" horizontalSpacing="lg" aria-label={rule.keys}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{rule.keyColumns.name}</Table.Th>
              <Table.Th>{rule.keyColumns.key}</Table.Th>
              <Table.Th>{rule.keyColumns.created}</Table.Th>
              <Table.Th w={60}>
                <VisuallyHidden>{words.actions}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td fw={550}>{key.name}</Table.Td>
                <Table.Td>
                  <Code>{key.masked}</Code>
                </Table.Td>
                <Table.Td c="dimmed">{format.time(key.created_at)}</Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={rule.deleteNamed(key.name)}
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
      </Table.ScrollContainer>
      <ConfirmDialog
        opened={doomed !== null}
        title={rule.deleteKey}
        confirm={rule.delete}
        pending={remove.isPending}
        onConfirm={() => {
          if (doomed) remove.mutate(doomed);
        }}
        onClose={() => {
          setDoomed(null);
        }}
      >
        {rule.deleteText(doomed?.name ?? '')}
      </ConfirmDialog>
    </>
  );
}
