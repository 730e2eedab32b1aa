import { VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastFailed } from '../../components/toast';
import { useTexts } from '../language';
import { useOnline } from './offline/line';
import { posApi } from './pos_api';
import type { Spi } from '../spi';
import type { Setup } from './types';
import classes from './pos.module.css';

interface Props {
  setup: Setup;
  onSwitched: () => void;
}

/** Which generation of the CRM's interface the till speaks, and whether each of them is set up. */
export function SpiSwitch({ setup, onSwitched }: Props) {
  const { till } = useTexts();
  const online = useOnline();
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: posApi.chooseSpi,
    // An answer that is under way tells of the time before.
    onMutate: () => queries.cancelQueries({ queryKey: ['setup'] }),
    onSuccess: (next) => {
      // What one generation answered says nothing about the other, even where the customer's id is the same.
      for (const about of ['customer', 'purchases', 'consents', 'register']) queries.removeQueries({ queryKey: [about] });
      queries.setQueryData(['setup'], next);
      onSwitched();
    },
    onError: (error) => {
      toastFailed(till.notSwitched, error);
    },
  });
  const shown = choose.isPending ? choose.variables : setup.spi;
  const explained = (spi: Spi) => {
    if (!setup.spis[spi].connected) return till.explainNotConnected;
    return spi === 'v2' && !setup.spis.v2.events ? till.explainNoEvents : till.explainConnected;
  };
  const option = (spi: Spi) => (
    <label className={classes.spi} data-chosen={shown === spi || undefined} title={explained(spi)}>
      <input
        type="radio"
        name="spi"
        checked={shown === spi}
        disabled={choose.isPending || !online}
        onChange={() => {
          choose.mutate(spi);
        }}
      />
      <span className={setup.spis[spi].connected ? classes.dotOn : classes.dotOff} aria-hidden="true" />
      SPI {spi}
      <VisuallyHidden>{setup.spis[spi].connected ? till.isConnected : till.isNotConnected}</VisuallyHidden>
    </label>
  );
  return (
    <div role="radiogroup" aria-label={till.interface} className={classes.tabs} aria-busy={choose.isPending}>
      {option('v1')}
      {option('v2')}
    </div>
  );
}
