import { Button, Group, Paper, Select, SimpleGrid, Stack } from '@mantine/core';
import { IconX } from '../../components/icons';
import { useTexts } from '../language';
import { StateFilter } from '../list/StateFilter';
import { deliveriesTexts } from '../texts/deliveries';
import { deliveryFilterTexts } from '../texts/delivery_filter';
import { changed, kinds, states, type Filter } from './filter';
import { FilterCustomer } from './FilterCustomer';
import { FilterText } from './FilterText';
import { FilterTime } from './FilterTime';

interface Props {
  filter: Filter;
  onChange: (search: Record<string, string>) => void;
}

export function FilterBar({ filter, onChange }: Props) {
  const deliveries = useTexts(deliveriesTexts);
  const texts = useTexts(deliveryFilterTexts);
  const change = (part: Parameters<typeof changed>[1]) => {
    onChange(changed(filter, part));
  };
  const isSet = Object.keys(filter).length > 0;
  return (
    <Paper p="md" component="section" aria-label={texts.label}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <StateFilter
            label={deliveries.state} names={deliveries.states} states={states} state={filter.state ?? 'all'}
            onChange={(state) => { change({ state: state === 'all' ? undefined : state }); }}
          />
          {isSet && (
            <Button variant="default" leftSection={<IconX size={16} />} onClick={() => { onChange({}); }}>
              {texts.clear}
            </Button>
          )}
        </Group>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
          <Select
            label={deliveries.kind} placeholder={texts.anyKind} clearable clearButtonProps={{ 'aria-label': texts.clearField(deliveries.kind) }}
            data={kinds.map((value) => ({ value, label: deliveries.kinds[value] }))}
            value={filter.kind ?? null}
            onChange={(value) => { change({ kind: kinds.find((kind) => kind === value) }); }}
          />
          <FilterTime filter={filter} onChange={change} />
          <FilterText label={texts.store} placeholder={texts.storeHint} value={filter.store ?? ''} onCommit={(store) => { change({ store }); }} />
          <FilterCustomer customer={filter.customer ?? ''} onChange={(customer) => { change({ customer }); }} />
          <FilterText label={texts.order} placeholder={texts.orderHint} value={filter.order ?? ''} onCommit={(order) => { change({ order }); }} />
          <FilterText label={texts.error} placeholder={texts.errorHint} value={filter.error ?? ''} onCommit={(error) => { change({ error }); }} />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
