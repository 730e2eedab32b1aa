import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: string;
  children?: ReactNode;
}

/** The head of every page: what it is, in one sentence what it is for, and its main buttons. */
export function PageHead({ title, text, children }: Props) {
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="sm">
      <div style={{ flex: '1 1 320px', overflowWrap: 'anywhere' }}>
        <Title order={1} fz={26}>
          {title}
        </Title>
        {text && (
          <Text c="dimmed" maw={720}>
            {text}
          </Text>
        )}
      </div>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
