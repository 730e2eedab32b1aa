import { Code, Stack, Text } from '@mantine/core';
import { useWords } from '../../components/words';
import type { Schemas } from '../api/client';
import { useTexts } from '../language';
import { written } from '../list/cut_text';
import { DataTable } from '../list/DataTable';
import { Fold } from '../list/Fold';
import { JsonBlock } from '../list/JsonBlock';
import { deliveryTexts } from '../texts/delivery';

type Planned = Schemas['Explained']['calls'][number];

const value_max = 200;

/** Long values stand in full in the call below. */
function shortValue(value: unknown): string {
  const text = written(value);
  return text.length > value_max ? `${text.slice(0, value_max)} …` : text;
}

/** Field by field, by which rule it is made. */
export function ExplainView({ delivery }: { delivery: Schemas['DeliveryDetail'] }) {
  const texts = useTexts(deliveryTexts);
  const words = useWords();
  const { explained } = delivery;
  if (explained === null) return <Text size="sm">{texts.notExplained}</Text>;
  return (
    <Stack gap="lg">
      {explained.note && <Text size="sm">{words.translate(explained.note)}</Text>}
      {explained.calls.length === 0 && <Text size="sm">{texts.nothingToSend}</Text>}
      {explained.calls.map((call, index) => (
        <PlannedCall key={`${call.path}/${String(index)}`} call={call} name={`delivery-${delivery.delivery_id}-plan-${String(index + 1)}`} />
      ))}
    </Stack>
  );
}

function PlannedCall({ call, name }: { call: Planned; name: string }) {
  const texts = useTexts(deliveryTexts);
  const words = useWords();
  const { tags = [], fields = [] } = call;
  return (
    <Stack gap="xs">
      <Text size="sm">
        <Text span size="sm" ff="monospace" fw={600}>
          {call.method} {call.path}
        </Text>{' '}
        {words.translate(call.when)}
      </Text>
      {fields.length > 0 && (
        <DataTable
          label={`${texts.explain}: ${call.path}`} rows={fields} rowKey={({ key }) => key}
          columns={[
            { title: texts.field, cell: ({ key }) => key },
            { title: texts.type, cell: ({ type }) => type },
            { title: texts.value, cell: ({ value }) => <Code>{shortValue(value)}</Code> },
            { title: texts.rule, cell: ({ rule }) => words.translate(rule) },
          ]}
        />
      )}
      {tags.length > 0 && (
        <DataTable
          label={`${texts.tag}: ${call.path}`} rows={tags} rowKey={({ tag }) => tag}
          columns={[
            { title: texts.tag, cell: ({ tag }) => tag },
            { title: texts.rule, cell: ({ rule }) => words.translate(rule) },
          ]}
        />
      )}
      {call.body !== null && call.body !== undefined && (
        <Fold head={<Text size="sm">{texts.body}</Text>} label={`${texts.body}: ${call.method} ${call.path}`}>
          {() => <JsonBlock label={texts.body} value={call.body} fileName={name} />}
        </Fold>
      )}
    </Stack>
  );
}
