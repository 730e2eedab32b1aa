import { Badge } from '@mantine/core';

const colors: Record<string, string> = { ACTIVE: 'bridge', BLOCKED: 'red', PENDING: 'yellow' };

export function StatusBadge({ status }: { status: string }) {
  return (
    <Badge variant="light" color={colors[status] ?? 'gray'}>
      {status}
    </Badge>
  );
}
