import { Alert, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language';
import { editorTexts } from '../texts/editor';
import { useForm } from './editor/context';
import { Field } from './fields/Field';
import { TryIt } from './preview/TryIt';
import { SaveBar } from './SaveBar';
import { sections, type FormName, type Part } from './sections';
import classes from './settings.module.css';

/** One section: its fields, what is wrong with them, and the button that saves them. */
export function SectionForm({ name, withTrial = true }: { name: FormName; withTrial?: boolean }) {
  const texts = useTexts(editorTexts);
  const { editor } = useForm();
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const { paths, parts, canTry } = sections[name];
  const faults = editor.faultsWithin(paths);
  useEffect(() => {
    if (attempts > 0 || editor.error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, editor.error]);
  return (
    <Stack gap="md">
      <form
        ref={form} noValidate aria-label={texts.sections[name]}
        onSubmit={(event) => {
          event.preventDefault();
          editor.touch(faults.map(({ path }) => path));
          if (faults.length === 0) editor.save(name, paths);
          else setAttempts(attempts + 1);
        }}
      >
        <Stack gap="md">
          <div>
            <Title order={2} fz={20}>
              {texts.sections[name]}
            </Title>
            <Text c="dimmed">{texts.sectionTexts[name]}</Text>
          </div>
          {parts.map((part, index) => (
            <PartCard key={index} part={part} />
          ))}
          {attempts > 0 && faults.length > 0 && <Alert color="red" role="alert">{texts.fixFirst}</Alert>}
          <SaveBar name={name} />
        </Stack>
      </form>
      {canTry && withTrial && <TryIt paths={paths} />}
    </Stack>
  );
}

function PartCard({ part: { title, fields, view: View } }: { part: Part }) {
  const texts = useTexts(editorTexts);
  return (
    <Paper p="lg">
      <Stack gap="md">
        {title !== null && (
          <Title order={3} fz={16}>
            {texts.parts[title]}
          </Title>
        )}
        {fields && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" className={classes.fields}>
            {fields.map((row) => (
              <Field key={row.path} {...row} />
            ))}
          </SimpleGrid>
        )}
        {View && <View />}
      </Stack>
    </Paper>
  );
}
