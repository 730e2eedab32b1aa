import { Code, Group, Stack, Text } from '@mantine/core';
import { useTexts } from '../language';
import { eventTypeTexts } from '../texts/event_types';
import { eventTypes } from './endpoint';

/** Each type that there is, in plain words. */
export function EventCatalogue() {
  const texts = useTexts(eventTypeTexts);
  return (
    <Stack gap="sm">
      {eventTypes.map((type) => (
        <div key={type}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {texts.names[type]}
            </Text>
            <Code>{type}</Code>
          </Group>
          <Text size="sm" c="dimmed">
            {texts.abouts[type]}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
