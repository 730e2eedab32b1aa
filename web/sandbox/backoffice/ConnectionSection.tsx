import { Button, Group, Paper, PasswordInput, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { messageOf } from '../../components/api';
import { IconAlert, IconCircleCheck, IconPlugConnected } from '../../components/icons';
import { backofficeApi, type CustomCrm, type TestResult } from './settings';
import type { Change } from './SettingsForm';

export interface SectionProps {
  crm: CustomCrm;
  change: Change;
  errorAt: (name: string) => string | undefined;
}

export function ConnectionSection({ crm, change, errorAt, canTest }: SectionProps & { canTest: boolean }) {
  return (
    <Paper component="section" aria-label="Connection" p="lg">
      <Title order={2} fz="md" mb="md">
        Connection
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <TextInput
          label="API URL"
          description="The address of the CRM, as its supplier gave it to you."
          placeholder="https://"
          type="url"
          autoComplete="off"
          spellCheck={false}
          value={crm.api_url}
          error={errorAt('api_url')}
          onChange={(event) => {
            change({ api_url: event.currentTarget.value.trim() });
          }}
        />
        <PasswordInput
          label="API Token"
          description="Treat it like a password."
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
          value={crm.api_token}
          error={errorAt('api_token')}
          onChange={(event) => {
            change({ api_token: event.currentTarget.value.trim() });
          }}
        />
      </SimpleGrid>
      <ConnectionTest canTest={canTest} />
    </Paper>
  );
}

/** The test uses what is saved, so it is offered only when the form shows just that. */
function ConnectionTest({ canTest }: { canTest: boolean }) {
  const test = useMutation({ mutationFn: backofficeApi.testConnection });
  return (
    <Group mt="md" gap="md">
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={16} />}
        disabled={!canTest}
        loading={test.isPending}
        onClick={() => {
          test.mutate();
        }}
      >
        Test connection
      </Button>
      <div role="status" aria-label="Connection test">
        {!canTest && (
          <Text size="sm" c="dimmed">
            Save the settings, then test them.
          </Text>
        )}
        {canTest && test.data && <Verdict result={test.data} />}
        {canTest && test.isError && <Verdict result={{ ok: false, status: 0, message: messageOf(test.error) }} />}
      </div>
    </Group>
  );
}

function Verdict({ result }: { result: TestResult }) {
  if (result.ok) {
    return (
      <Group gap={6} c="bridge">
        <IconCircleCheck size={18} />
        <Text size="sm" fw={550}>
          Connected{result.milliseconds === undefined ? '' : `, answered in ${String(result.milliseconds)} ms`}
        </Text>
      </Group>
    );
  }
  const status = result.status > 0 ? ` (${String(result.status)})` : '';
  return (
    <Group gap={6} c="red.8">
      <IconAlert size={18} />
      <Text size="sm" fw={550}>
        Not connected{status}: {result.message ?? 'no answer'}
      </Text>
    </Group>
  );
}
