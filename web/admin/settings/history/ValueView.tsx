import { Code, Paper, Text } from '@mantine/core';
import { useTexts } from '../../language';
import { valueText } from '../fields/labels';

/** A value below what it is: short ones in words, lists and objects line by line. */
export function ValueView({ title, path, value }: { title: string; path: string; value: unknown }) {
  const texts = useTexts();
  const isLong = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return (
    <Paper p="sm" radius="md" style={{ flex: '1 1 220px', minWidth: 0 }}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      {isLong ? (
        <Code block tabIndex={0} mah={260} style={{ overflow: 'auto' }}>
          {JSON.stringify(value, null, 2)}
        </Code>
      ) : (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {value === undefined || value === null ? texts.changes.notSet : valueText(texts, path, value)}
        </Text>
      )}
    </Paper>
  );
}
