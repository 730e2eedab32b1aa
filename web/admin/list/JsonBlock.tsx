import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { CopyButton } from '../../components/CopyButton';
import { IconDownload } from '../../components/icons';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { saveFile } from '../save_file';
import { deliveryTexts } from '../texts/delivery';
import { cutText, written } from './cut_text';

interface Props {
  label: string;
  value: unknown;
  /** Of the download, without its ending. */
  fileName: string;
}

/** What was sent or answered, exactly: to read, to copy, to keep. Of a very long one only the beginning is drawn. */
export function JsonBlock({ label, value, fileName }: Props) {
  const texts = useTexts(deliveryTexts);
  const format = useFormat();
  const text = useMemo(() => written(value), [value]);
  const shown = useMemo(() => cutText(text), [text]);
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Group gap="xs">
          <CopyButton quiet text={text} what={label} />
          <Button
            variant="default" size="compact-sm" leftSection={<IconDownload size={16} />} aria-label={`${texts.download}: ${label}`}
            onClick={() => { saveFile(`${fileName}.json`, text); }}
          >
            {texts.download}
          </Button>
        </Group>
      </Group>
      <Code block tabIndex={0} mah={420} style={{ overflow: 'auto' }}>
        {shown}
      </Code>
      {shown.length < text.length && (
        <Text size="sm" c="dimmed">
          {texts.cut(format.count(shown.length), format.count(text.length))}
        </Text>
      )}
    </Stack>
  );
}
