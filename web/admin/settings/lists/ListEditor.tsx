import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { IconPlus } from '../../../components/icons';
import { useTexts } from '../../language';
import { listsTexts } from '../../texts/lists';
import { usePlace } from '../editor/context';
import { ItemButtons } from './ItemButtons';
import { inserted, moved, removed } from './moves';

interface Props<Item> {
  path: string;
  items: Item[];
  onChange: (items: Item[]) => void;
  nameOf: (item: Item) => string;
  add: { label: string; make: () => Item };
  empty: string;
  most: number;
  canMove?: boolean;
  children: (item: Item, change: (item: Item) => void, place: string) => ReactNode;
}

/** A list whose entries are added, taken away and moved, by pointer or keyboard; the focus follows the entry. */
export function ListEditor<Item>({ path, items, onChange, nameOf, add, empty, most, canMove = true, children }: Props<Item>) {
  const texts = useTexts(listsTexts);
  const { error } = usePlace(path);
  const root = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ on: string } | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (focus !== null) root.current?.querySelector<HTMLElement>(focus.on)?.focus();
  }, [focus]);
  const placeOf = (index: number) => `${path}[${String(index)}]`;
  const at = (index: number) => `[data-entry="${path}/${String(index)}"]`;
  const move = (index: number, to: number, on: string) => {
    if (to < 0 || to >= items.length) return;
    onChange(moved(items, index, to));
    setSaid(texts.moved(to + 1));
    setFocus({ on });
  };
  // The button of the same direction, unless the entry has arrived at the end.
  const up = (index: number) => { move(index, index - 1, `${at(index - 1)} [data-move="${index === 1 ? 'down' : 'up'}"]`); };
  const down = (index: number) => { move(index, index + 1, `${at(index + 1)} [data-move="${index === items.length - 2 ? 'up' : 'down'}"]`); };
  const onKey = (event: KeyboardEvent, index: number) => {
    if (!canMove || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const to = event.key === 'ArrowUp' ? index - 1 : index + 1;
    const within = event.target instanceof Element ? (event.target.getAttribute('data-path') ?? '') : '';
    move(index, to, `[data-path="${within.replace(placeOf(index), placeOf(to))}"]`);
  };
  return (
    <Stack gap="sm" ref={root}>
      {error !== undefined && <Alert color="red" role="alert">{error}</Alert>}
      {items.length === 0 && <Text size="sm" c="dimmed">{empty}</Text>}
      {items.map((item, index) => (
        <Paper
          key={index} p="md" radius="md" role="group" aria-label={nameOf(item)} data-entry={`${path}/${String(index)}`}
          onKeyDown={(event) => { onKey(event, index); }}
        >
          <Stack gap="sm">
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>{nameOf(item)}</Text>
              <ItemButtons
                name={nameOf(item)} canMove={canMove && items.length > 1} isFirst={index === 0} isLast={index === items.length - 1}
                onUp={() => { up(index); }}
                onDown={() => { down(index); }}
                onRemove={() => {
                  onChange(removed(items, index));
                  setFocus({ on: `[data-add="${path}"]` });
                }}
              />
            </Group>
            {children(item, (next) => { onChange(items.map((old, other) => (other === index ? next : old))); }, placeOf(index))}
          </Stack>
        </Paper>
      ))}
      <Group gap="sm">
        <Button
          variant="default" leftSection={<IconPlus size={16} />} data-add={path} disabled={items.length >= most}
          onClick={() => {
            onChange(inserted(items, add.make()));
            setFocus({ on: `${at(items.length)} input` });
          }}
        >
          {add.label}
        </Button>
        {items.length >= most && <Text size="sm" c="dimmed">{texts.full(most)}</Text>}
        {canMove && items.length > 1 && <Text size="xs" c="dimmed">{texts.keys}</Text>}
      </Group>
      <span role="status" className="visually-hidden">{said}</span>
    </Stack>
  );
}
