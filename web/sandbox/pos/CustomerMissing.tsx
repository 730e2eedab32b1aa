import { Button, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconUserQuestion } from '../../components/icons';

interface Props {
  searched: string;
  onAgain: () => void;
  onNew: () => void;
}

/** Says why a slightly wrong key finds nobody: showing near matches would disclose other people's data. */
export function CustomerMissing({ searched, onAgain, onNew }: Props) {
  return (
    <Stack align="center" gap="xs" pt="xs">
      <ThemeIcon size={52} radius="xl" variant="light" color="gray">
        <IconUserQuestion size={26} />
      </ThemeIcon>
      <Text role="status" fw={650} size="lg">
        No customer found
      </Text>
      <Text size="sm" ta="center">
        Nobody is registered with exactly <b>{searched}</b>.
      </Text>
      <Text size="sm" c="dimmed" ta="center" maw={360}>
        Only an exact match is shown, to protect customers’ data. Ask for the whole phone number or e-mail address.
      </Text>
      <Group mt="md">
        <Button variant="default" onClick={onAgain}>
          Search again
        </Button>
        <Button autoFocus onClick={onNew}>
          OK, new customer
        </Button>
      </Group>
    </Stack>
  );
}
