import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { messageOf } from '../../components/api';
import { IconAlert, IconCircleCheck, IconPlugConnected } from '../../components/icons';
import { useFormat } from '../../components/format';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import type { Spi } from '../spi';
import { backofficeApi, type TestResult } from './settings';
import classes from './backoffice.module.css';

interface Props {
  spi: Spi;
  button: string;
  /** Of the place where the result appears. */
  name: string;
  canTest: boolean;
}

/** The test uses what is saved, so it is offered only when the form shows just that. */
export function ConnectionTest({ spi, button, name, canTest }: Props) {
  const { backoffice: texts } = useTexts();
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
            {texts.saveFirst}
          </Text>
        )}
        {canTest && test.data && <Verdict result={test.data} />}
        {canTest && test.isError && <Verdict result={{ ok: false, status: 0, message: messageOf(test.error) }} />}
      </div>
    </Group>
  );
}

function Verdict({ result }: { result: TestResult }) {
  const { backoffice: texts } = useTexts();
  const { translate } = useWords();
  const format = useFormat();
  if (result.ok) {
    return (
      <Group gap={6} className={classes.good}>
        <IconCircleCheck size={18} />
        <Text size="sm" fw={550}>
          {result.milliseconds === undefined ? texts.connected : texts.answeredIn(format.count(result.milliseconds))}
        </Text>
      </Group>
    );
  }
  const status = result.status > 0 ? ` (${String(result.status)})` : '';
  return (
    <Group gap={6} className={classes.bad}>
      <IconAlert size={18} />
      <Text size="sm" fw={550}>
        {texts.notConnected(status, result.message === undefined ? texts.noAnswer : translate(result.message))}
      </Text>
    </Group>
  );
}
