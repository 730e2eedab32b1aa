import { ActionIcon, Alert, Button, Code, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../components/CopyButton';
import { formatDateTime } from '../../components/dates';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconKey, IconPlus, IconTrash } from '../../components/icons';
import { toastDone, toastFailed } from '../../components/toast';
import { NewKeyDialog } from './NewKeyDialog';
import { ruleApi, type ApiKey, type NewApiKey } from './rule_api';

export function DeveloperView({ account }: { account: number }) {
  const [asking, setAsking] = useState(false);
  const [created, setCreated] = useState<NewApiKey | null>(null);
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['keys', account], queryFn: () => ruleApi.keys(account) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys', account] });

  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <div>
          <Title order={1} fz={26}>
            Developer
          </Title>
          <Text c="dimmed">API keys let other systems work with this account.</Text>
        </div>
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            setAsking(true);
          }}
        >
          New API key
        </Button>
      </Group>
      {created && <CreatedKey created={created} />}
      {keys.isError && <ErrorNote title="No keys" error={keys.error} onRetry={() => void keys.refetch()} />}
      <Paper component="section" aria-label="API keys" style={{ overflow: 'hidden' }}>
        {keys.data?.length === 0 ? (
          <EmptyState icon={<IconKey size={22} />} title="No API key yet">
            Make one and paste it as “API Token” in the Sitoo backoffice.
          </EmptyState>
        ) : (
          <KeyTable account={account} keys={keys.data ?? []} onDeleted={() => void refresh()} />
        )}
      </Paper>
      <NewKeyDialog
        opened={asking}
        account={account}
        onClose={() => {
          setAsking(false);
        }}
        onCreated={(key) => {
          setCreated(key);
          setAsking(false);
          void refresh();
        }}
      />
    </Stack>
  );
}

function CreatedKey({ created }: { created: NewApiKey }) {
  return (
    <Alert role="status" color="bridge" icon={<IconKey size={20} />} title={`API key “${created.name}” is ready`}>
      <Text size="sm" mb="sm">
        Copy it now: it is shown this once. Treat it with care, like a password.
      </Text>
      <Group gap="sm">
        <Code aria-label="New API key" fz="sm" px="sm" py={8} bg="white" style={{ overflowWrap: 'anywhere' }}>
          {created.key}
        </Code>
        <CopyButton key={created.key} text={created.key} />
      </Group>
    </Alert>
  );
}

interface TableProps {
  account: number;
  keys: ApiKey[];
  onDeleted: () => void;
}

function KeyTable({ account, keys, onDeleted }: TableProps) {
  const remove = useMutation({
    mutationFn: (key: ApiKey) => ruleApi.deleteKey(account, key.id),
    onSuccess: (_, key) => {
      toastDone(`API key “${key.name}” deleted`);
      onDeleted();
    },
    onError: (error) => {
      toastFailed('The key was not deleted', error);
    },
  });
  return (
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
                  if (window.confirm(`Delete the API key “${key.name}”? What uses it stops working.`)) remove.mutate(key);
                }}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
