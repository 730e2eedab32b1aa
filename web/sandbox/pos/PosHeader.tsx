import { Group, Text, UnstyledButton } from '@mantine/core';
import { Kbd } from '../../components/Kbd';
import { SystemBar } from '../../components/SystemBar';
import type { Setup } from './types';
import classes from './pos.module.css';

export type View = 'sale' | 'refund';

interface Props {
  setup: Setup;
  view: View;
  onView: (view: View) => void;
}

export function PosHeader({ setup, view, onView }: Props) {
  const tab = (name: View, label: string, key: string) => (
    <UnstyledButton
      className={classes.tab}
      aria-pressed={view === name}
      aria-keyshortcuts={key}
      onClick={() => {
        onView(name);
      }}
    >
      {label} <Kbd>{key}</Kbd>
    </UnstyledButton>
  );
  return (
    <>
      <SystemBar current="/pos">
        <Group gap={7} wrap="nowrap" role="status" aria-label="CRM connection">
          <span className={setup.connected ? classes.dotOn : classes.dotOff} aria-hidden="true" />
          <Text size="sm">{setup.connected ? 'CRM connected' : 'No CRM connected'}</Text>
        </Group>
      </SystemBar>
      <div className={classes.head}>
        <Group gap="sm" wrap="nowrap">
          <Text fw={650} size="md">
            {setup.store.name}
          </Text>
          <Text size="sm" c="dimmed">
            {setup.register.name} · {setup.staff}
          </Text>
        </Group>
        <Group gap={4} role="group" aria-label="View" className={classes.tabs} wrap="nowrap">
          {tab('sale', 'New sale', 'F9')}
          {tab('refund', 'Refund', 'F8')}
        </Group>
      </div>
    </>
  );
}
