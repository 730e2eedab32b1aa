import { Alert, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../components/CopyButton';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconKey, IconPlus } from '../../components/icons';
import { KeyTable } from './KeyTable';
import { NewKeyDialog } from './NewKeyDialog';
import { ruleApi, type NewApiKey } from './rule_api';

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
