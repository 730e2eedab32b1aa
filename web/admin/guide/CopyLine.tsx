import { Code, Group, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/CopyButton';

/** A value to be pasted elsewhere, with its name there and a button. */
export function CopyLine({ name, text }: { name: string; text: string }) {
  const lines = text.includes('\n');
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Group wrap="nowrap" align={lines ? 'flex-start' : 'center'} gap="sm">
        <Code block={lines} p="xs" fz={13} tabIndex={lines ? 0 : undefined} style={{ flex: 1, overflowWrap: 'anywhere', minWidth: 0 }}>
          {text}
        </Code>
        <CopyButton text={text} what={name} />
      </Group>
    </Stack>
  );
}
