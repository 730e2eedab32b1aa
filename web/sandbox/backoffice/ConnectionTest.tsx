import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { messageOf } from '../../components/api';
import { IconAlert, IconCircleCheck, IconPlugConnected } from '../../components/icons';
import type { Spi } from '../spi';
import { backofficeApi, type TestResult } from './settings';

interface Props {
  spi: Spi;
  button: string;
  /** Of the place where the result appears. */
  name: string;
  canTest: boolean;
}

/** The test uses what is saved, so it is offered only when the form shows just that. */
export function ConnectionTest({ spi, button, name, canTest }: Props) {
  const test = useMutation({ mutationFn: () => backofficeApi.testConnection(spi) });
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
        {button}
      </Button>
      <div role="status" aria-label={name}>
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
