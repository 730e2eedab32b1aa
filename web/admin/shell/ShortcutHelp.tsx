import { Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { Kbd } from '../../components/Kbd';
import { useTexts } from '../language';
import { useMay } from '../rights';
import { keyOf, pages } from '../route';
import { shellTexts } from '../texts/shell';
import { wordTexts } from '../texts/words';
import { pageTable } from './page_table';

interface Props {
  opened: boolean;
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}

export default function ShortcutHelp({ opened, on, onSwitch, onClose }: Props) {
  const shell = useTexts(shellTexts);
  const words = useTexts(wordTexts);
  const may = useMay();
  const reached = pages.filter((page) => keyOf(page) !== undefined && may(pageTable[page].scope));
  const rows = [
    ...reached.map((page) => ({ key: keyOf(page) ?? '', text: shell.pages[page] })),
    { key: 'r', text: shell.shortcutRefresh },
    { key: '?', text: shell.shortcutHelp },
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={shell.shortcuts} closeButtonProps={{ 'aria-label': words.close }}>
      <Stack gap="xs">
        {/* Whoever dictates, or types by accident, must be able to switch single keys off (WCAG 2.1.4). */}
        <Switch
          label={shell.shortcutsOn}
          description={shell.shortcutsText}
          checked={on}
          onChange={(event) => {
            onSwitch(event.currentTarget.checked);
          }}
        />
        {rows.map((row) => (
          <Group key={row.key} justify="space-between">
            <Text size="sm">{row.text}</Text>
            <Kbd>{row.key}</Kbd>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
