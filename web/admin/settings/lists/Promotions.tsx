import { Checkbox, NumberInput, Select, SimpleGrid } from '@mantine/core';
import { useTexts } from '../../language';
import { listsTexts } from '../../texts/lists';
import { useField, usePlace } from '../editor/context';
import { listOf, objectOf, textOf, type Json } from '../editor/document';
import { FieldFoot } from '../fields/FieldFoot';
import { ItemText } from './ItemText';
import { ListEditor } from './ListEditor';

const path = 'card.promotions';
const percent = 'cart_percent';

const without = (item: Json, gone: string): Json => Object.fromEntries(Object.entries(item).filter(([name]) => name !== gone));
const withText = (item: Json, name: string, text: string): Json => (text === '' ? without(item, name) : { ...item, [name]: text });

export function Promotions() {
  const texts = useTexts(listsTexts);
  const field = useField(path);
  return (
    <div>
      <ListEditor
        path={path} items={listOf(field.value).map(objectOf)} onChange={field.set} most={20} empty={texts.noPromotions}
        nameOf={(item) => texts.promotion(textOf(item.name))}
        add={{ label: texts.addPromotion, make: () => ({ promotion_id: '', name: '', type: percent, value_int: 10, once: true }) }}
      >
        {(item, change, place) => <Promotion item={item} onChange={change} place={place} />}
      </ListEditor>
      <FieldFoot path={path} />
    </div>
  );
}

interface Props {
  item: Json;
  onChange: (item: Json) => void;
  place: string;
}

function Promotion({ item, onChange, place }: Props) {
  const texts = useTexts(listsTexts);
  const type = textOf(item.type) || percent;
  const isPercent = type === percent;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <ItemText path={`${place}.promotion_id`} label={texts.promotionId} value={item.promotion_id} onChange={(text) => { onChange({ ...item, promotion_id: text }); }} />
        <ItemText path={`${place}.name`} label={texts.promotionName} value={item.name} onChange={(text) => { onChange({ ...item, name: text }); }} />
        <ItemText path={`${place}.description`} label={texts.description} value={item.description} onChange={(text) => { onChange(withText(item, 'description', text)); }} />
        <Select
          label={texts.type} allowDeselect={false} value={isPercent ? percent : 'other'} {...usePlace(`${place}.type`)}
          data={[{ value: percent, label: texts.percent }, { value: 'other', label: texts.otherType }]}
          onChange={(value) => { onChange(value === percent ? without({ ...item, type: percent }, 'value_money') : { ...item, type: 'other' }); }}
        />
        {!isPercent && <ItemText path={`${place}.type_name`} label={texts.typeName} value={type} onChange={(text) => { onChange({ ...item, type: text.trim() }); }} />}
        <NumberInput
          label={isPercent ? texts.valueInt : texts.valueWhole} allowDecimal={false} hideControls {...usePlace(`${place}.value_int`)}
          value={typeof item.value_int === 'number' ? item.value_int : ''}
          onChange={(value) => { onChange(typeof value === 'number' ? { ...item, value_int: value } : without(item, 'value_int')); }}
        />
        {!isPercent && (
          <ItemText
            path={`${place}.value_money`} label={texts.valueMoney} placeholder="50.00" value={item.value_money}
            onChange={(text) => { onChange(withText(item, 'value_money', text.replace(',', '.'))); }}
          />
        )}
      </SimpleGrid>
      <Checkbox label={texts.once} checked={item.once !== false} onChange={(event) => { onChange({ ...item, once: event.currentTarget.checked }); }} />
    </>
  );
}
