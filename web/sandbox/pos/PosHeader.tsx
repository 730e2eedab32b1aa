import { Group, Text, UnstyledButton } from '@mantine/core';
import { Kbd } from '../../components/Kbd';
import { useTexts } from '../language';
import { SandboxBar } from '../SandboxBar';
import { useOnline } from './offline/line';
import { OnlineSwitch } from './offline/OnlineSwitch';
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
  const { till } = useTexts();
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
    <header>
      <SandboxBar current="/pos" />
      <div className={classes.head}>
        <div className={classes.place}>
          <Text component="h1" fw={650} size="md" m={0} truncate>
            {setup.store.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {setup.register.name} · {setup.staff}
          </Text>
        </div>
        <ConnectionStatus setup={setup} />
        <OnlineSwitch onSwitched={onSwitched} />
        <SpiSwitch setup={setup} onSwitched={onSwitched} />
        <Group gap={4} role="group" aria-label={till.view} className={classes.tabs} wrap="nowrap">
          {tab('sale', till.newSale, 'F9')}
          {tab('refund', till.refund, 'F8')}
        </Group>
      </div>
    </header>
  );
}

function ConnectionStatus({ setup }: { setup: Setup }) {
  const { till, pay } = useTexts();
  const online = useOnline();
  // In v2 the customer's purchases travel as events; without a subscription the CRM never hears of a sale.
  const lacksEvents = setup.connected && setup.spi === 'v2' && !setup.spis.v2.events;
  const isGood = online && setup.connected && !lacksEvents;
  return (
    <Group gap={7} wrap="nowrap" role="status" aria-label={till.connection} className={classes.connection}>
      <span className={isGood ? classes.dotOn : classes.dotOff} aria-hidden="true" />
      <Text size="sm" c="dimmed">
        {!online && pay.nowOffline}
        {online && (setup.connected ? till.connected : till.notConnected)}
        {online && lacksEvents && till.noEvents}
      </Text>
    </Group>
  );
}
