import { Select, TextInput } from '@mantine/core';
import { useChosen } from '../accounts';
import { useTexts } from '../language';
import { deliveryFilterTexts } from '../texts/delivery_filter';
import { instantOf, startOfDay, wallTimeOf } from '../wall_clock';
import { lasts, type Filter } from './filter';

type Change = (change: { last?: Filter['last'] | undefined; from?: string | undefined; to?: string | undefined }) => void;

interface Props {
  filter: Filter;
  onChange: Change;
}

/** When they were made: a quick choice that goes with the clock, or from and to on the shop's clock. */
export function FilterTime({ filter, onChange }: Props) {
  const texts = useTexts(deliveryFilterTexts);
  const zone = useChosen().account?.time_zone;
  const isOwn = filter.from !== undefined || filter.to !== undefined;
  const choose = (value: string | null) => {
    const last = lasts.find((each) => each === value);
    const from = value === 'own' ? startOfDay(new Date(), zone).toISOString() : undefined;
    onChange({ last, from, to: undefined });
  };
  const isTurned = filter.from !== undefined && filter.to !== undefined && filter.to <= filter.from;
  return (
    <>
      <Select
        label={texts.time}
        data={(['any', ...lasts, 'own'] as const).map((value) => ({ value, label: texts.times[value] }))}
        value={isOwn ? 'own' : (filter.last ?? 'any')}
        allowDeselect={false}
        onChange={choose}
      />
      {isOwn &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="datetime-local"
            label={texts[end]}
            value={filter[end] ? wallTimeOf(new Date(filter[end]), zone) : ''}
            error={end === 'to' && isTurned ? texts.turned : undefined}
            onChange={(event) => {
              onChange({ [end]: instantOf(event.currentTarget.value, zone)?.toISOString() });
            }}
          />
        ))}
    </>
  );
}
