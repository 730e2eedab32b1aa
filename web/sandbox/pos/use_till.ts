import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { toastDone } from '../../components/toast';
import { useTexts } from '../language';
import { changeBasket, emptyBasket } from './basket';
import { useLateSales } from './offline/late_sales';
import { useOnline } from './offline/line';
import { useSending } from './offline/use_sending';
import type { View } from './PosHeader';
import { focusProductEntry } from './SaleView';
import type { ChecksRefused } from './sell';
import type { Done, Setup } from './types';

export type Dialog = 'none' | 'customer' | 'pay';

/** What is on the till: one basket, at most one dialog over it, and a receipt when something was sold or taken back. */
export function useTill(setup: Setup) {
  const [basket, change] = useReducer(changeBasket, emptyBasket);
  const [view, setView] = useState<View>('sale');
  const [dialog, setDialog] = useState<Dialog>('none');
  const [done, setDone] = useState<Done | null>(null);
  const queries = useQueryClient();
  const late = useLate(() => {
    for (const about of ['sales', 'purchases']) void queries.invalidateQueries({ queryKey: [about] });
  });

  useEffect(() => {
    if (dialog === 'none') focusProductEntry();
  }, [dialog]);

  // Not where the switches are pressed: that may have been on another screen of this till.
  const [before, setBefore] = useState({ spi: setup.spi, online: late.online });
  if (before.spi !== setup.spi || before.online !== late.online) {
    setBefore({ spi: setup.spi, online: late.online });
    change(before.spi === setup.spi ? { type: 'drop_checks' } : { type: 'set_customer', customer: null });
    setDialog('none');
  }

  const inSale = view === 'sale' && !done;
  const show = (next: View) => {
    if (done) change({ type: 'clear' });
    setDone(null);
    setView(next);
  };
  const open = (next: Dialog) => {
    if (inSale) setDialog(next);
  };
  const showReceipt = (result: Done) => {
    setDialog('none');
    setDone(result);
    for (const about of ['sales', 'purchases']) void queries.invalidateQueries({ queryKey: [about] });
  };
  const refuse = ({ refusal, customer }: ChecksRefused) => {
    setDialog('none');
    change({ type: 'checks_refused', refusal, customer });
  };
  // What the customer has paid must not vanish with the basket.
  const newSale = () => {
    if (!done && basket.parts.length > 0) {
      open('pay');
      return;
    }
    change({ type: 'clear' });
    show('sale');
  };
  const close = () => {
    setDialog('none');
  };
  return { basket, change, view, dialog, done, late, inSale, show, open, close, showReceipt, refuse, newSale };
}

/** The sales that wait, and their way out. */
function useLate(onSent: () => void) {
  const { pay } = useTexts();
  const online = useOnline();
  const sales = useLateSales();
  const waiting = sales.filter((sale) => sale.refusal === null).length;
  const sending = useSending(online, waiting, onSent, (count) => {
    toastDone(pay.allSent(count));
  });
  return { online, sales, sending };
}
