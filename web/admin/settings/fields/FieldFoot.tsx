import { Anchor, Group, Text } from '@mantine/core';
import { useField } from '../editor/context';
import { labelOf, valueText, useFieldTexts } from './labels';

/** Below a setting: what holds by default, and the way back to it. */
export function FieldFoot({ path, fallback }: { path: string; fallback?: string }) {
  const texts = useFieldTexts();
  const field = useField(path);
  return (
    <Group gap="xs" mt={4} mih={20}>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {texts.editor.fallback(fallback ?? valueText(texts, path, field.fallback))}
      </Text>
      {field.isSet && (
        <Anchor component="button" type="button" size="xs" underline="always" aria-label={`${texts.editor.back}: ${labelOf(texts, path)}`} onClick={field.reset}>
          {texts.editor.back}
        </Anchor>
      )}
    </Group>
  );
}
