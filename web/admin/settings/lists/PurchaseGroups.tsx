import { SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../language';
import { fieldOptionTexts } from '../../texts/field_options';
import { listsTexts } from '../../texts/lists';
import { useField } from '../editor/context';
import { listOf, objectOf, textOf, type Json } from '../editor/document';
import { FieldFoot } from '../fields/FieldFoot';
import classes from '../settings.module.css';
import { ItemText } from './ItemText';
import { ListEditor } from './ListEditor';

const path = 'rule.purchase_groups';
const fields = ['number', 'date', 'total', 'currency', 'products', 'names', 'status', 'discount'] as const;

const without = (item: Json, gone: string): Json => Object.fromEntries(Object.entries(item).filter(([name]) => name !== gone));
const namesOf = (text: string) => text.split(',').map((name) => name.trim()).filter((name) => name !== '');
const listed = (value: unknown) => (typeof value === 'string' ? [value] : listOf(value).map(String));

export function PurchaseGroups() {
  const texts = useTexts(listsTexts);
  const options = useTexts(fieldOptionTexts);
  const field = useField(path);
  return (
    <div>
      <ListEditor
        path={path} items={listOf(field.value).map(objectOf)} onChange={field.set} most={10} empty={texts.noGroups}
        nameOf={(item) => texts.group(textOf(item.channel) || textOf(item.group))} add={{ label: texts.addGroup, make: () => ({ group: '' }) }}
      >
        {(item, change, place) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <ItemText path={`${place}.group`} label={texts.groupName} value={item.group} onChange={(group) => { change({ ...item, group }); }} />
              <ItemText
                path={`${place}.channel`} label={texts.channel} value={item.channel} placeholder={textOf(item.group)}
                onChange={(channel) => { change(channel === '' ? without(item, 'channel') : { ...item, channel }); }}
              />
            </SimpleGrid>
            <details className={classes.details}>
              <summary>{texts.groupFieldsTitle}</summary>
              <Text size="sm" c="dimmed" my="xs">{texts.groupFieldsHint}</Text>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                {fields.map((name) => (
                  <Names
                    key={name} path={`${place}.${name}`} label={options.groupFields[name]} value={item[name]}
                    onChange={(names) => { change(names.length === 0 ? without(item, name) : { ...item, [name]: names }); }}
                  />
                ))}
              </SimpleGrid>
            </details>
          </>
        )}
      </ListEditor>
      <FieldFoot path={path} fallback={listOf(field.fallback).map((item) => textOf(objectOf(item).channel)).join(', ')} />
    </div>
  );
}

interface NamesProps {
  path: string;
  label: string;
  value: unknown;
  onChange: (names: string[]) => void;
}

/** The comma is typed before the name after it, so the text is kept beside the list. */
function Names({ path: place, label, value, onChange }: NamesProps) {
  const names = listed(value);
  const [typed, setTyped] = useState(names.join(', '));
  const isTyped = namesOf(typed).join() === names.join();
  return (
    <ItemText
      path={place} label={label} value={isTyped ? typed : names.join(', ')}
      onChange={(text) => {
        setTyped(text);
        onChange(namesOf(text));
      }}
    />
  );
}
