import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { useFormat } from '../../components/format';
import { IconTrash } from '../../components/icons';
import { useTexts } from '../language';
import type { Part } from './parts';

interface Props {
  parts: Part[];
  currency: string;
  onGiveBack: (index: number) => void;
}

/** What has been paid so far; each part can be given back. */
export function PartList({ parts, currency, onGiveBack }: Props) {
  const { pay } = useTexts();
  const format = useFormat();
  if (parts.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {pay.taken}
      </Text>
      <Stack gap={2} role="list" aria-label={pay.taken}>
        {parts.map((part, index) => {
          const name = pay.names[part.name] ?? part.name;
          const amount = `${format.minor(part.amountMinor)} ${currency}`;
          return (
            <Group key={index} justify="space-between" wrap="nowrap" role="listitem">
              <Text size="sm">{name}</Text>
              <Group gap="xs" wrap="nowrap">
                <Text size="sm" fw={600} className="figures">
                  {amount}
                </Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={pay.takeBack(name, amount)}
                  onClick={() => {
                    onGiveBack(index);
                  }}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            </Group>
          );
        })}
      </Stack>
    </div>
  );
}
