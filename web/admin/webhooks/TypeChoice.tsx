import { Checkbox, Radio, Stack } from '@mantine/core';
import { useTexts } from '../language';
import { endpointFormTexts } from '../texts/endpoint_form';
import { eventTypeTexts } from '../texts/event_types';
import type { Draft } from './draft';
import { eventTypes } from './endpoint';

interface Props {
  told: Draft['told'];
  types: Draft['types'];
  error: string | undefined;
  onChange: (part: Partial<Draft>) => void;
}

/** Everything, or only some types; what each of them is about stands there before anybody ticks it. */
export function TypeChoice({ told, types, error, onChange }: Props) {
  const texts = useTexts(endpointFormTexts);
  const words = useTexts(eventTypeTexts);
  return (
    <div>
      <Radio.Group label={texts.types} value={told} onChange={(value) => { onChange({ told: value === 'some' ? 'some' : 'all' }); }}>
        <Stack gap="sm" mt="xs">
          <Radio value="all" label={texts.all} description={texts.allHint} />
          <Radio value="some" label={texts.some} />
        </Stack>
      </Radio.Group>
      <Checkbox.Group
        aria-label={texts.someList} value={told === 'all' ? eventTypes : types} error={error}
        onChange={(chosen) => { onChange({ types: eventTypes.filter((type) => chosen.includes(type)) }); }}
      >
        <Stack gap="sm" mt="sm" mb="xs" pl={32}>
          {eventTypes.map((type) => (
            <Checkbox key={type} value={type} disabled={told === 'all'} label={words.names[type]} description={`${words.abouts[type]} (${type})`} />
          ))}
        </Stack>
      </Checkbox.Group>
    </div>
  );
}
