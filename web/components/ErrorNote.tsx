import { Alert, Button, Group } from '@mantine/core';
import { messageOf } from './api';
import { IconAlert } from './icons';

interface Props {
  title: string;
  error: unknown;
  onRetry?: () => void;
}

export function ErrorNote({ title, error, onRetry }: Props) {
  return (
    <Alert role="alert" color="red" title={title} icon={<IconAlert size={18} />}>
      <Group justify="space-between" gap="sm">
        <span>{messageOf(error)}</span>
        {onRetry && (
          <Button size="compact-sm" variant="white" color="red" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}
