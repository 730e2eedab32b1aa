import { Switch } from '@mantine/core';
import { useTexts } from '../../language';
import { setOnline, useOnline } from './line';

/** Cuts the till off, as a broken line would, and connects it again. */
export function OnlineSwitch({ onSwitched }: { onSwitched: () => void }) {
  const { pay } = useTexts();
  return (
    <Switch
      label={pay.online}
      checked={useOnline()}
      styles={{ track: { cursor: 'pointer' }, label: { fontWeight: 550 } }}
      onChange={(event) => {
        setOnline(event.currentTarget.checked);
        onSwitched();
      }}
    />
  );
}
