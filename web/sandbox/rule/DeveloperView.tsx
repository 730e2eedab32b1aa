import { Alert, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../components/CopyButton';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNote } from '../../components/ErrorNote';
import { IconKey, IconPlus } from '../../components/icons';
import { useTexts } from '../language';
import { KeyTable } from './KeyTable';
import { NewKeyDialog } from './NewKeyDialog';
import { ruleApi, type NewApiKey } from './rule_api';

export function DeveloperView({ account }: { account: number }) {
  const { rule } = useTexts();
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
            {rule.views.developer}
          </Title>
          <Text c="dimmed">{rule.developerText}</Text>
        </div>
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            setAsking(true);
          }}
        >
          {rule.newKey}
        </Button>
      </Group>
      {created && <CreatedKey created={created} />}
      {keys.isError && <ErrorNote title={rule.keysFailed} error={keys.error} onRetry={() => void keys.refetch()} />}
      <Paper component="section" aria-label={rule.keys} style={{ overflow: 'hidden' }}>
        {keys.data?.length === 0 ? (
          <EmptyState icon={<IconKey size={22} />} title={rule.noKeys}>
            {rule.noKeysText}
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
  const { rule } = useTexts();
  return (
    <Alert role="status" color="bridge" icon={<IconKey size={20} />} title={rule.keyReady(created.name)}>
      <Text size="sm" mb="sm">
        {rule.keyReadyText}
      </Text>
      <Group gap="sm">
        <Code aria-label={rule.newKey} fz="sm" px="sm" py={8} bg="var(--surface)" c="var(--ink)" style={{ overflowWrap: 'anywhere' }}>
          {created.key}
        </Code>
        <CopyButton key={created.key} text={created.key} />
      </Group>
    </Alert>
  );
}
