import { Group, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '../../components/icons';

interface Props {
  title: string;
  text: string;
  search?: { label: string; placeholder: string; value: string; onChange: (value: string) => void };
}

/** The head of a list: what it is, and where one searches in it. */
export function ViewHead({ title, text, search }: Props) {
  return (
    <Group justify="space-between" align="flex-end">
      <div>
        <Title order={1} fz={26}>
          {title}
        </Title>
        <Text c="dimmed" role="status">
          {text}
        </Text>
      </div>
      {search && (
        <TextInput
          type="search"
          w={{ base: '100%', xs: 300 }}
          aria-label={search.label}
          placeholder={search.placeholder}
          leftSection={<IconSearch size={16} />}
          value={search.value}
          onChange={(event) => {
            search.onChange(event.currentTarget.value);
          }}
        />
      )}
    </Group>
  );
}
