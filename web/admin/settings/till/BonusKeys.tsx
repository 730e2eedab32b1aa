import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { useField, usePlace } from '../editor/context';
import { FieldFoot } from '../fields/FieldFoot';
import { hintOf, labelOf, useFieldTexts } from '../fields/labels';
import classes from '../settings.module.css';

const keys = [
  'id', 'name', 'description', 'value', 'redeemed', 'date_redeemed', 'remaining', 'currency', 'valid_from', 'valid_to',
] as const;

type Version = 'sitoo_v1' | 'sitoo_v2';

/** What the parts of a bonus check are called in the answers. */
function BonusKeys({ version }: { version: Version }) {
  const texts = useFieldTexts();
  const path = `${version}.bonus_check_keys`;
  return (
    <details className={classes.details}>
      <summary>{labelOf(texts, path)}</summary>
      <Text size="sm" c="dimmed" my="xs">
        {hintOf(texts, path)}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {keys.map((key) => (
          <Key key={key} path={`${path}.${key}`} label={texts.field_options.bonusKeys[key]} />
        ))}
      </SimpleGrid>
    </details>
  );
}

function Key({ path, label }: { path: string; label: string }) {
  const field = useField(path);
  return (
    <div>
      <TextInput
        label={label} spellCheck={false} {...usePlace(path)} value={typeof field.value === 'string' ? field.value : ''}
        onChange={(event) => { field.set(event.currentTarget.value); }}
      />
      <FieldFoot path={path} />
    </div>
  );
}

export const BonusKeysV1 = () => <BonusKeys version="sitoo_v1" />;
export const BonusKeysV2 = () => <BonusKeys version="sitoo_v2" />;
