import { Button, Code, Group, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { IconAlert } from '../../components/icons';
import { useTexts } from '../language';
import { JsonTable } from './JsonTable';
import { rawText, readJson, rowsOf } from './json';
import classes from './rule.module.css';

/** JSON for people: a list of objects becomes a table, everything else indented text; the raw text is a press away. */
export function JsonField({ name, value }: { name: string; value: unknown }) {
  const { card } = useTexts();
  const [isRaw, setRaw] = useState(false);
  const json = readJson(value);
  if (!json.isValid) return <Malformed text={json.text} />;
  const rows = rowsOf(json.value);
  if (rows === null) return <RawText text={JSON.stringify(json.value, null, 2)} />;
  return (
    <>
      {isRaw ? <RawText text={rawText(value)} /> : <JsonTable label={name} rows={rows} />}
      <Group justify="flex-end" mt={4}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => {
            setRaw(!isRaw);
          }}
        >
          {isRaw ? card.showTable : card.showRaw} <VisuallyHidden>{card.ofField(name)}</VisuallyHidden>
        </Button>
      </Group>
    </>
  );
}

function Malformed({ text }: { text: string }) {
  const { card } = useTexts();
  return (
    <>
      <Group gap={6} mb={6} className={classes.malformed} wrap="nowrap">
        <IconAlert size={16} aria-hidden="true" />
        <Text size="sm" fw={550}>
          {card.notJson}
        </Text>
      </Group>
      <RawText text={text} />
    </>
  );
}

function RawText({ text }: { text: string }) {
  return (
    <Code block tabIndex={0} fz="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Code>
  );
}
