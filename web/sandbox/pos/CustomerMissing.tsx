import { Button, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconUserQuestion } from '../../components/icons';
import { useTexts } from '../language';

interface Props {
  searched: string;
  onAgain: () => void;
  onNew: () => void;
}

/** Says why a slightly wrong key finds nobody: showing near matches would disclose other people's data. */
export function CustomerMissing({ searched, onAgain, onNew }: Props) {
  const { customer: texts } = useTexts();
  return (
    <Stack align="center" gap="xs" pt="xs">
      <ThemeIcon size={52} radius="xl" variant="light" color="gray">
        <IconUserQuestion size={26} />
      </ThemeIcon>
      <Text role="status" fw={650} size="lg">
        {texts.missing}
      </Text>
      <Text size="sm" ta="center">
        {texts.missingKey(searched)}
      </Text>
      <Text size="sm" c="dimmed" ta="center" maw={360}>
        {texts.missingText}
      </Text>
      <Group mt="md">
        <Button variant="default" onClick={onAgain}>
          {texts.again}
        </Button>
        <Button autoFocus onClick={onNew}>
          {texts.okNew}
        </Button>
      </Group>
    </Stack>
  );
}
