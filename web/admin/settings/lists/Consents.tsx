import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTexts } from '../../language';
import { listsTexts } from '../../texts/lists';
import { useField } from '../editor/context';
import { listOf, objectOf, textOf, type Json } from '../editor/document';
import { FieldFoot } from '../fields/FieldFoot';
import { idOfConsent } from '../rules/till_faults';
import { ItemText } from './ItemText';
import { ListEditor } from './ListEditor';

function inOurSpelling(item: Json): Json {
  const { name, description, value } = item;
  return { consentid: idOfConsent(item), name, description: textOf(description), value: value === true };
}

/** Of either version. */
function ConsentList({ path }: { path: string }) {
  const texts = useTexts(listsTexts);
  const field = useField(path);
  const items = listOf(field.value).map(objectOf).map(inOurSpelling);
  const change = (next: Json[]) => {
    if (next.length === 0 && listOf(field.fallback).length === 0) field.reset();
    else field.set(next);
  };
  return (
    <div>
      <ListEditor
        path={path} items={items} onChange={change} most={100} empty={texts.noConsents}
        nameOf={(item) => texts.consent(textOf(item.name))} add={{ label: texts.addConsent, make: () => ({ consentid: '', name: '', description: '', value: false }) }}
      >
        {(item, set, place) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <ItemText path={`${place}.consent_id`} label={texts.consentId} value={item.consentid} onChange={(consentid) => { set({ ...item, consentid }); }} />
              <ItemText path={`${place}.name`} label={texts.consentName} value={item.name} onChange={(name) => { set({ ...item, name }); }} />
            </SimpleGrid>
            <ItemText path={`${place}.description`} label={texts.description} value={item.description} onChange={(description) => { set({ ...item, description }); }} />
            <Checkbox label={texts.ticked} checked={item.value === true} onChange={(event) => { set({ ...item, value: event.currentTarget.checked }); }} />
          </>
        )}
      </ListEditor>
      <FieldFoot path={path} />
    </div>
  );
}

export const ConsentsV1 = () => <ConsentList path="sitoo_v1.consents" />;
export const ConsentsV2 = () => <ConsentList path="sitoo_v2.consents" />;
