import { Group, Text, UnstyledButton } from '@mantine/core';
import { Kbd } from '../../components/Kbd';
import { SystemBar } from '../../components/SystemBar';
import { SpiSwitch } from './SpiSwitch';
import type { Setup } from './types';
import classes from './pos.module.css';

export type View = 'sale' | 'refund';

interface Props {
  setup: Setup;
  view: View;
  onView: (view: View) => void;
  onSwitched: () => void;
}

export function PosHeader({ setup, view, onView, onSwitched }: Props) {
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
        <ConnectionStatus setup={setup} />
      </SystemBar>
      <div className={classes.head}>
        <div className={classes.place}>
          <Text fw={650} size="md" truncate>
            {setup.store.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {setup.register.name} · {setup.staff}
          </Text>
        </div>
        <SpiSwitch setup={setup} onSwitched={onSwitched} />
        <Group gap={4} role="group" aria-label="View" className={classes.tabs} wrap="nowrap">
          {tab('sale', 'New sale', 'F9')}
          {tab('refund', 'Refund', 'F8')}
        </Group>
      </div>
    </>
  );
}

function ConnectionStatus({ setup }: { setup: Setup }) {
  // In v2 the customer's purchases travel as events; without a subscription the CRM never hears of a sale.
  const lacksEvents = setup.connected && setup.spi === 'v2' && !setup.spis.v2.events;
  return (
    <Group gap={7} wrap="nowrap" role="status" aria-label="CRM connection">
      <span className={setup.connected && !lacksEvents ? classes.dotOn : classes.dotOff} aria-hidden="true" />
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {setup.connected ? 'CRM connected' : 'No CRM connected'}
        {lacksEvents && ', no event subscription'}
      </Text>
    </Group>
  );
}
