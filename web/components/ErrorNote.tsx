import { Alert, Button, Group } from '@mantine/core';
import { messageOf } from './api';
import { IconAlert } from './icons';
import { useWords } from './words';

interface Props {
  title: string;
  error: unknown;
  onRetry?: () => void;
}

export function ErrorNote({ title, error, onRetry }: Props) {
  const words = useWords();
  return (
    <Alert role="alert" color="red" title={title} icon={<IconAlert size={18} />}>
      <Group justify="space-between" gap="sm">
        <span>{words.translate(messageOf(error))}</span>
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
