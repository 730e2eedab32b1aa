import { Select, SimpleGrid } from '@mantine/core';
import { useTexts } from '../../language';
import { fieldOptionTexts } from '../../texts/field_options';
import { listsTexts } from '../../texts/lists';
import { useField, usePlace } from '../editor/context';
import { listOf, objectOf, textOf, type Json } from '../editor/document';
import { FieldFoot } from '../fields/FieldFoot';
import { sources } from '../rules/card_faults';
import { ItemText } from './ItemText';
import { ListEditor } from './ListEditor';

const path = 'card.sections';
const remote = 'rule:';

/** The sections of the customer card, each with its lines. */
export function CardSections() {
  const texts = useTexts(listsTexts);
  const field = useField(path);
  return (
    <div>
      <ListEditor
        path={path} items={listOf(field.value).map(objectOf)} onChange={field.set} most={20} empty={texts.noSections}
        nameOf={(section) => texts.section(textOf(section.title))}
        add={{ label: texts.addSection, make: () => ({ title: '', values: [] }) }}
      >
        {(section, change, place) => (
          <>
            <ItemText path={`${place}.title`} label={texts.title} value={section.title} onChange={(title) => { change({ ...section, title }); }} />
            <Lines path={`${place}.values`} lines={listOf(section.values).map(objectOf)} onChange={(values) => { change({ ...section, values }); }} />
          </>
        )}
      </ListEditor>
      <FieldFoot path={path} fallback={listOf(field.fallback).map((section) => textOf(objectOf(section).title)).join(', ')} />
    </div>
  );
}

function Lines({ path: lines, lines: items, onChange }: { path: string; lines: Json[]; onChange: (lines: Json[]) => void }) {
  const texts = useTexts(listsTexts);
  return (
    <ListEditor
      path={lines} items={items} onChange={onChange} most={20} empty={texts.noLines}
      nameOf={(line) => texts.line(textOf(line.title))}
      add={{ label: texts.addLine, make: () => ({ title: '', source: 'bonus_left' }) }}
    >
      {(line, change, place) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <ItemText path={`${place}.title`} label={texts.title} value={line.title} onChange={(title) => { change({ ...line, title }); }} />
          <Source path={`${place}.source`} source={textOf(line.source)} onChange={(source) => { change({ ...line, source }); }} />
        </SimpleGrid>
      )}
    </ListEditor>
  );
}

function Source({ path: place, source, onChange }: { path: string; source: string; onChange: (source: string) => void }) {
  const texts = useTexts(listsTexts);
  const options = useTexts(fieldOptionTexts);
  const isRemote = source.startsWith(remote);
  const { error, ...rest } = usePlace(place);
  return (
    <>
      <Select
        label={texts.source} allowDeselect={false} value={isRemote ? 'remote' : source} {...rest} error={isRemote ? undefined : error}
        data={[...sources, 'remote' as const].map((value) => ({ value, label: options.sources[value] }))}
        onChange={(value) => { onChange(value === 'remote' || value === null ? remote : value); }}
      />
      {isRemote && (
        <ItemText
          path={place} label={texts.remoteField} placeholder="Sitoo-Contact.membernumber" value={source.slice(remote.length)}
          onChange={(key) => { onChange(remote + key.trim()); }}
        />
      )}
    </>
  );
}
