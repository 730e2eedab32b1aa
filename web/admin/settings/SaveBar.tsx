import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTexts } from '../language';
import { editorTexts } from '../texts/editor';
import { wordTexts } from '../texts/words';
import { useForm } from './editor/context';
import { editsWithin } from './editor/edits';
import { RefusalNote } from './RefusalNote';
import { sections, type FormName } from './sections';
import classes from './settings.module.css';

/** Stays in sight: whether something is unsaved, the button, and what the server said against it. */
export function SaveBar({ name }: { name: FormName }) {
  const texts = useTexts(editorTexts);
  const common = useTexts(wordTexts);
  const { editor } = useForm();
  const { paths } = sections[name];
  const isTyped = Object.keys(editsWithin(editor.edits, paths)).length > 0;
  return (
    <Stack gap="sm">
      {editor.refused === name && <RefusalNote title={common.nothingSaved} error={editor.error} />}
      <Paper className={classes.bar} radius="md">
        <Group gap="sm">
          <Button type="submit" loading={editor.savingSection === name} disabled={!isTyped}>
            {common.save}
          </Button>
          {isTyped && (
            <Button variant="default" onClick={() => { editor.drop(paths); }}>
              {texts.drop}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {isTyped ? texts.unsaved : texts.nothingTyped}
          </Text>
        </Group>
      </Paper>
    </Stack>
  );
}
