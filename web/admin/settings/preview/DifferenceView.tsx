import { Accordion, Alert, Code, Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../../components/words';
import type { Schemas } from '../../api/client';
import { useTexts } from '../../language';
import { DataTable } from '../../list/DataTable';
import { StateBadge, type Tone } from '../../list/StateBadge';
import { previewTexts } from '../../texts/preview';
import { differenceOf, isAlike, type Compared, type Fate } from './difference';

const tones: Record<Fate, Tone> = { comes: 'good', goes: 'bad', changes: 'warn', stays: 'calm' };

const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

function short(value: unknown): string {
  if (value === undefined) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** Before and after, side by side: what differs is in sight, all else can be opened. */
export function DifferenceView({ preview }: { preview: Schemas['SettingsPreview'] }) {
  const texts = useTexts(previewTexts);
  const difference = differenceOf(preview.before, preview.after);
  const { fields, tags, calls } = difference;
  const pieces = [...tags, ...fields].filter(({ fate }) => fate !== 'stays');
  const kept = [...tags, ...fields].filter(({ fate }) => fate === 'stays');
  return (
    <Stack gap="md" role="status">
      <Text fw={600}>{texts.ofOrder(preview.order_id)}</Text>
      {preview.after.calls.length === 0 && <Alert color="yellow">{texts.anonymous}</Alert>}
      {isAlike(difference) ? <Alert color="blue">{texts.alike}</Alert> : <Pieces label={texts.different} pieces={pieces} />}
      <Accordion variant="contained" multiple>
        <Accordion.Item value="calls">
          <Accordion.Control>{texts.calls(calls.filter(({ fate }) => fate !== 'stays').length, calls.length)}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="lg">
              {calls.map((call) => (
                <CallView key={call.name} call={call} />
              ))}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
        {kept.length > 0 && (
          <Accordion.Item value="kept">
            <Accordion.Control>{texts.kept(kept.length)}</Accordion.Control>
            <Accordion.Panel>
              <Pieces label={texts.kept(kept.length)} pieces={kept} />
            </Accordion.Panel>
          </Accordion.Item>
        )}
      </Accordion>
    </Stack>
  );
}

function Pieces({ label, pieces }: { label: string; pieces: Compared[] }) {
  const texts = useTexts(previewTexts);
  const words = useWords();
  if (pieces.length === 0) return <Text size="sm">{texts.onlyCalls}</Text>;
  return (
    <DataTable
      label={label} rows={pieces} rowKey={({ name, fate }) => `${fate} ${name}`}
      columns={[
        { title: texts.what, cell: ({ name }) => name },
        { title: texts.fate, cell: ({ fate }) => <StateBadge tone={tones[fate]}>{texts.fates[fate]}</StateBadge> },
        { title: texts.before, cell: ({ before }) => short(before) },
        { title: texts.after, cell: ({ after }) => short(after) },
        { title: texts.rule, cell: ({ rule }) => words.translate(rule) },
      ]}
    />
  );
}

function CallView({ call: { name, fate, rule, before, after } }: { call: Compared }) {
  const texts = useTexts(previewTexts);
  const words = useWords();
  const bodies = fate === 'changes' ? [[texts.before, before], [texts.after, after]] as const : [['', after ?? before]] as const;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>{name}</Text>
        <StateBadge tone={tones[fate]}>{texts.fates[fate]}</StateBadge>
      </Group>
      <Text size="sm" c="dimmed">{words.translate(rule)}</Text>
      <Group gap="sm" align="stretch">
        {bodies.map(([title, body]) => body !== undefined && body !== null && (
          <Stack key={title} gap={2} style={{ flex: '1 1 280px', minWidth: 0 }}>
            {title !== '' && <Text size="xs" c="dimmed">{title}</Text>}
            <Code block tabIndex={0} mah={320} style={{ overflow: 'auto' }}>{written(body)}</Code>
          </Stack>
        ))}
      </Group>
    </Stack>
  );
}
