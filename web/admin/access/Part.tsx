import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconPlus } from '../../components/icons';

interface Props {
  title: string;
  text: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}

/** One half of the page: what it lists, and the button for one more. */
export function Part({ title, text, add, onAdd, children }: Props) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ flex: '1 1 320px' }}>
          <Title order={2} fz={18}>
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw={720}>
            {text}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
          {add}
        </Button>
      </Group>
      {children}
    </Stack>
  );
}
