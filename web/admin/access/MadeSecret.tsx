import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/CopyButton';
import { useTexts } from '../language';
import { accessTexts } from '../texts/access';

export interface Made {
  title: string;
  text: string;
  secret: string;
}

/** What the server tells this once. */
export function MadeSecret({ made: { title, text, secret }, onClose }: { made: Made; onClose: () => void }) {
  const texts = useTexts(accessTexts);
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {text}
      </Text>
      <Group gap="sm" align="center">
        <Code p="xs" fz={14} style={{ flex: '1 1 220px', overflowWrap: 'anywhere', minWidth: 0 }}>
          {secret}
        </Code>
        <CopyButton text={secret} what={title} />
      </Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {texts.done}
        </Button>
      </Group>
    </Stack>
  );
}
