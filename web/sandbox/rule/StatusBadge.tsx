import { Badge } from '@mantine/core';
import { useTexts } from '../language';

const colors: Record<string, string> = { ACTIVE: 'bridge', BLOCKED: 'red', PENDING: 'yellow' };

export function StatusBadge({ status }: { status: string }) {
  const { rule } = useTexts();
  return (
    <Badge variant="light" color={colors[status] ?? 'gray'}>
      {rule.statuses[status] ?? status}
    </Badge>
  );
}
