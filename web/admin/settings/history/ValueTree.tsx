import { List } from '@mantine/core';
import { valueText, useFieldTexts } from '../fields/labels';

interface Props {
  path: string;
  value: unknown;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** A list or an object as lines below lines. */
export function ValueTree({ path, value }: Props) {
  const texts = useFieldTexts();
  if (!isNested(value)) return valueText(texts, path, value);
  if (Array.isArray(value)) {
    return (
      <List type="ordered" size="sm" styles={{ itemWrapper: { display: 'inline' } }}>
        {(value as unknown[]).map((item, index) => (
          <List.Item key={index}>
            <ValueTree path={path} value={item} />
          </List.Item>
        ))}
      </List>
    );
  }
  return (
    <List size="sm" listStyleType="none" withPadding={false} styles={{ itemWrapper: { display: 'inline' } }}>
      {Object.entries(value).map(([name, inner]) => (
        <List.Item key={name}>
          {name}: <ValueTree path={`${path}.${name}`} value={inner} />
        </List.Item>
      ))}
    </List>
  );
}
