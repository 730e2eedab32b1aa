import { Paper, Text } from '@mantine/core';
import { useTexts } from '../../language';
import { changeTexts } from '../../texts/changes';
import { ValueTree } from './ValueTree';

/** A value below what it is. */
export function ValueView({ title, path, value }: { title: string; path: string; value: unknown }) {
  const texts = useTexts(changeTexts);
  return (
    <Paper p="sm" radius="md" style={{ flex: '1 1 220px', minWidth: 0, maxHeight: 320, overflow: 'auto' }} tabIndex={0} role="group" aria-label={title}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {value === undefined || value === null ? texts.notSet : <ValueTree path={path} value={value} />}
      </Text>
    </Paper>
  );
}
