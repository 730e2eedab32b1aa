import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '../../../components/icons';
import { useTexts } from '../../language';
import { listsTexts } from '../../texts/lists';

interface Props {
  name: string;
  canMove: boolean;
  isFirst: boolean;
  isLast: boolean;
  onUp: () => void;
  onDown: () => void;
  onRemove: () => void;
}

export function ItemButtons({ name, canMove, isFirst, isLast, onUp, onDown, onRemove }: Props) {
  const texts = useTexts(listsTexts);
  const common = { variant: 'default', size: 'md' } as const;
  return (
    <Group gap={4} wrap="nowrap">
      {canMove && (
        <>
          <ActionIcon {...common} data-move="up" disabled={isFirst} aria-label={`${texts.up}: ${name}`} title={texts.up} onClick={onUp}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon {...common} data-move="down" disabled={isLast} aria-label={`${texts.down}: ${name}`} title={texts.down} onClick={onDown}>
            <IconArrowDown size={16} />
          </ActionIcon>
        </>
      )}
      <ActionIcon {...common} aria-label={`${texts.remove}: ${name}`} title={texts.remove} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
