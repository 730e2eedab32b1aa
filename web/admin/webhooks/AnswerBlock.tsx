import { Code, Group, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/CopyButton';

/** How a receiver's answer begins, as it came: it may be cut, and need not be JSON. */
export function AnswerBlock({ label, text }: { label: string; text: string }) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <CopyButton quiet text={text} what={label} />
      </Group>
      <Code block tabIndex={0} mah={260} style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Code>
    </Stack>
  );
}
