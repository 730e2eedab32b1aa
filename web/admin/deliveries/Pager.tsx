import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSearch } from '../../components/icons';
import { useTexts } from '../language';
import { changeSearch, trailHere } from '../route';
import { deliveriesTexts } from '../texts/deliveries';
import type { Found } from './search_deliveries';

interface Props {
  found: Pick<Found, 'next' | 'isPartial'>;
  search: Record<string, string>;
}

/** Page by page through any number of rows, such as deliveries: the server counts none of them. */
export function Pager({ found, search }: Props) {
  const texts = useTexts(deliveriesTexts);
  const { before, ...filter } = search;
  const trail = trailHere();
  const older = () => {
    if (found.next !== null) changeSearch({ ...filter, before: found.next }, [before ?? '', ...trail]);
  };
  const newer = () => {
    const [last, ...rest] = trail;
    changeSearch(last ? { ...filter, before: last } : filter, rest);
  };
  if (before === undefined && found.next === null) return null;
  return (
    <Group gap="sm">
      {before !== undefined && trail.length > 1 && (
        <Button variant="default" onClick={() => { changeSearch(filter, []); }}>
          {texts.newest}
        </Button>
      )}
      {before !== undefined && (
        <Button variant="default" leftSection={<IconChevronLeft size={16} />} onClick={newer}>
          {texts.newer}
        </Button>
      )}
      {found.next !== null && (
        <Button
          variant="default" onClick={older}
          {...(found.isPartial ? { leftSection: <IconSearch size={16} /> } : { rightSection: <IconChevronRight size={16} /> })}
        >
          {found.isPartial ? texts.searchOn : texts.older}
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {found.isPartial ? texts.searchedSome : ''}
      </Text>
    </Group>
  );
}
