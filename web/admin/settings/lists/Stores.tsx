import { Autocomplete, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../language';
import { listsTexts } from '../../texts/lists';
import { useField, usePlace } from '../editor/context';
import { objectOf, textOf } from '../editor/document';
import { FieldFoot } from '../fields/FieldFoot';
import { ItemText } from './ItemText';
import { ListEditor } from './ListEditor';

const path = 'card.store_time_zones';

interface Row {
  store: string;
  zone: string;
}

const rowsOf = (value: unknown): Row[] => Object.entries(objectOf(value)).map(([store, zone]) => ({ store, zone: textOf(zone) }));
const objectFrom = (rows: Row[]) => Object.fromEntries(rows.map(({ store, zone }) => [store.trim(), zone.trim()]));
const sorted = (value: unknown) => JSON.stringify(rowsOf(value).sort((one, other) => one.store.localeCompare(other.store)));

const zones = Intl.supportedValuesOf('timeZone');

/** The setting is an object by store; rows keep their places while their numbers are typed. */
export function Stores() {
  const texts = useTexts(listsTexts);
  const field = useField(path);
  const [typed, setTyped] = useState(() => rowsOf(field.value));
  const rows = sorted(objectFrom(typed)) === sorted(field.value) ? typed : rowsOf(field.value);
  const change = (next: Row[]) => {
    setTyped(next);
    if (next.length === 0) field.reset();
    else field.set(objectFrom(next));
  };
  return (
    <div>
      <ListEditor
        path={path} items={rows} onChange={change} most={1_000} canMove={false} empty={texts.noStores}
        nameOf={({ store }) => texts.store(store)} add={{ label: texts.addStore, make: () => ({ store: '', zone: 'Europe/Helsinki' }) }}
      >
        {(row, set) => <Store row={row} isTwice={rows.filter(({ store }) => store === row.store).length > 1} onChange={set} />}
      </ListEditor>
      <FieldFoot path={path} />
    </div>
  );
}

function Store({ row, isTwice, onChange }: { row: Row; isTwice: boolean; onChange: (row: Row) => void }) {
  const texts = useTexts(listsTexts);
  const place = usePlace(`${path}.${row.store}`);
  const isNameless = row.store.trim() === '';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <ItemText
        path={isNameless ? `${path}.` : `${path}.${row.store}/id`} label={texts.storeId} value={row.store} {...(isTwice && !isNameless ? { description: texts.storeTwice } : {})}
        onChange={(store) => { onChange({ ...row, store }); }}
      />
      <Autocomplete
        label={texts.zone} data={zones} limit={20} {...place} error={isNameless ? undefined : place.error} value={row.zone}
        onChange={(zone) => { onChange({ ...row, zone }); }}
      />
    </SimpleGrid>
  );
}
