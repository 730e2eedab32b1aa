import { Stack, Text } from '@mantine/core';
import { CopyLine } from '../../guide/CopyLine';
import { useTexts } from '../../language';
import { guideTexts } from '../../texts/guide';
import { tillTexts } from '../../texts/till';
import { useForm } from '../editor/context';
import { editsWithin } from '../editor/edits';

/** What version 2 is told by: made of what is saved, not of what is typed. */
export function PosYaml() {
  const texts = useTexts(tillTexts);
  const guide = useTexts(guideTexts);
  const { editor } = useForm();
  const isTyped = Object.keys(editsWithin(editor.edits, ['sitoo_v2.till'])).length > 0;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {isTyped ? texts.yamlTyped : texts.yamlText}
      </Text>
      <CopyLine name={guide.yaml} text={editor.base.pos_yaml} />
    </Stack>
  );
}
